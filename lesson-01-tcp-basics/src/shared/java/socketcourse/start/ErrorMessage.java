package socketcourse.start;

import static java.util.stream.Collectors.joining;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What a student reads of the exception that ended a program: one line, which says what to do. */
final class ErrorMessage {

    private static final String NO_SERVER =
            "Lancez d'abord le serveur, puis ce client avec les mêmes -Dhost et -Dport.";

    private static final String NO_PORT = "Donnez avec -Dport le port du serveur : 0 n'en est pas un.";

    /** What the command line may say beside host and port, and what that must be. */
    private static final Map<String, String> PROPERTIES = new TreeMap<>(Map.of(
            "buffer", "est un nombre d'octets à partir de 1",
            "size", "est un nombre d'octets"));

    private ErrorMessage() {
    }

    /**
     * The line.
     *
     * @param cause   what escaped from the program
     * @param id      the program's ID
     * @param host    the program's {@code -Dhost}
     * @param port    its {@code -Dport}
     * @param seconds how long it ran
     */
    static String line(Throwable cause, String id, String host, String port, long seconds) {
        if (cause instanceof InvocationTargetException || cause instanceof ExceptionInInitializerError
                || cause instanceof UncheckedIOException) {
            // A wrapper.
            return line(cause.getCause(), id, host, port, seconds);
        }
        var address = host + ":" + port;
        if (cause instanceof ExplainedException) {
            return cause.getMessage();
        }
        if (cause instanceof ConnectException) {
            return "Connexion impossible à %s (%s). %s".formatted(address, cause,
                    port.equals("0") ? NO_PORT : NO_SERVER);
        }
        if (cause instanceof SocketTimeoutException && !id.endsWith("server")) {
            return "Pas de réponse de %s en %s s (%s). %s".formatted(address, seconds, cause, NO_SERVER);
        }
        if (cause instanceof BindException && cause.toString().contains("assign requested address")) {
            return "Adresse d'une autre machine : %s (%s). Un serveur prend -Dhost=localhost ou -Dhost=0.0.0.0."
                    .formatted(address, cause);
        }
        if (cause instanceof BindException) {
            return ("Adresse déjà utilisée ou interdite : %s (%s). Arrêtez le programme qui l'occupe, ou choisissez "
                    + "un autre port à partir de 1024 avec -Dport.").formatted(address, cause);
        }
        if (cause instanceof EOFException) {
            return "Le serveur %s a fermé la connexion (%s).".formatted(address, cause);
        }
        if (cause instanceof IOException) {
            return "Échec sur %s (%s).".formatted(address, cause);
        }
        if (cause instanceof IllegalArgumentException && !isPort(port)) {
            return "Port invalide : %s. Un port est un nombre de 0 à 65535.".formatted(port);
        }
        var properties = PROPERTIES.keySet().stream().filter(name -> System.getProperty(name) != null).toList();
        if (!properties.isEmpty()
                && (cause instanceof IllegalArgumentException || cause instanceof NegativeArraySizeException)) {
            return "Propriété invalide (%s). -Dport va de 0 à 65535, %s.".formatted(cause, properties.stream()
                    .map(name -> "-D" + name + " " + PROPERTIES.get(name)).collect(joining(", ")));
        }
        if (cause instanceof OutOfMemoryError) {
            return "Message ou tampon trop grand pour la mémoire (%s). Essayez moins d'octets avec -Dsize ou -Dbuffer."
                    .formatted(cause);
        }
        return "Erreur dans le programme (%s), %s.".formatted(cause, place(cause));
    }

    private static boolean isPort(String port) {
        return port.matches("\\d{1,5}") && Integer.parseInt(port) <= 65_535;
    }

    /** The line of a program at which the exception was thrown, or on whose behalf. */
    private static String place(Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("socketcourse."))
                .findFirst().map(frame -> "%s, ligne %s".formatted(frame.getFileName(), frame.getLineNumber()))
                .orElse("sans numéro de ligne");
    }
}
