package socketcourse.start;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Arrays;

/** Explains, in one line of French, the exception that ended a program, and what to do. */
final class ErrorMessage {

    private static final String NO_SERVER =
            "Lancez d'abord le serveur, puis ce client avec l'adresse et le port du serveur (-Dhost, -Dport).";

    private ErrorMessage() {
    }

    /**
     * Returns the line. Numbers are formatted with {@code %s}, because {@code %d} uses the digits of the locale.
     *
     * @param cause   the exception that left the program
     * @param id      the program's ID
     * @param host    the program's {@code -Dhost}
     * @param port    the program's {@code -Dport}
     * @param seconds how long the program ran
     */
    static String line(Throwable cause, String id, String host, String port, long seconds) {
        if (cause instanceof InvocationTargetException || cause instanceof ExceptionInInitializerError
                || cause instanceof UncheckedIOException) {
            return line(cause.getCause(), id, host, port, seconds);
        }
        var address = host + ":" + port;
        if (cause instanceof ExplainedException) {
            return cause.getMessage();
        }
        if (isUnknownHost(cause)) {
            return "Machine inconnue : %s (%s). Vérifiez -Dhost.".formatted(host, cause);
        }
        if (isUnreachable(cause)) {
            return "Machine injoignable : %s (%s). Vérifiez -Dhost et le réseau.".formatted(host, cause);
        }
        var isClient = !id.endsWith("server");
        if (cause instanceof SocketException && isClient && port.equals("0")) {
            return "Aucun serveur n'écoute sur le port 0 (%s). Donnez avec -Dport le port du serveur.".formatted(cause);
        }
        if (cause instanceof ConnectException) {
            return "Connexion impossible à %s (%s). %s".formatted(address, cause, NO_SERVER);
        }
        if (cause instanceof SocketTimeoutException && isClient) {
            return "Pas de réponse de %s au bout de %s s (%s). %s".formatted(address, seconds, cause, NO_SERVER);
        }
        if (cause instanceof BindException && cause.toString().contains("assign requested address")) {
            return ("%s n'est pas une adresse de cette machine (%s). Un serveur prend -Dhost=localhost ou "
                    + "-Dhost=0.0.0.0.").formatted(host, cause);
        }
        if (cause instanceof BindException) {
            return ("Adresse déjà utilisée ou interdite : %s (%s). Arrêtez le programme qui l'occupe, ou choisissez "
                    + "un autre port à partir de 1024 avec -Dport.").formatted(address, cause);
        }
        if (cause instanceof EOFException) {
            return "Le serveur %s a fermé la connexion (%s).".formatted(address, cause);
        }
        if (cause instanceof IOException) {
            return "Échec sur %s (%s), %s.".formatted(address, cause, place(cause));
        }
        if (cause instanceof IllegalArgumentException || cause instanceof NegativeArraySizeException) {
            var wrongOption = Arrays.stream(NumberOption.values()).filter(NumberOption::isWrong).findFirst();
            if (wrongOption.isPresent()) {
                return wrongOption.get().message(cause);
            }
        }
        if (cause instanceof OutOfMemoryError) {
            return "Message ou tampon trop grand pour la mémoire (%s). Donnez une plus petite valeur à -Dsize ou -Dbuffer."
                    .formatted(cause);
        }
        return "Erreur dans le programme (%s), %s.".formatted(cause, place(cause));
    }

    private static boolean isUnknownHost(Throwable cause) {
        return cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException
                || cause.toString().contains("Unresolved address");
    }

    private static boolean isUnreachable(Throwable cause) {
        return cause instanceof NoRouteToHostException || cause.toString().endsWith("Network is unreachable");
    }

    /** Returns the file and the line of the course's code at which the exception was thrown. */
    private static String place(Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("socketcourse."))
                .findFirst().map(frame -> "%s, ligne %s".formatted(frame.getFileName(), frame.getLineNumber()))
                .orElse("sans numéro de ligne");
    }
}
