package socketcourse.testing.grading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import socketcourse.testing.report.Mismatch;

/**
 * Recognizes the classic mistakes of network programs and says in French what to change.
 *
 * @param command  the command line of the program
 * @param expected what the chapter documents
 * @param obtained what came
 * @param errors   what the program wrote to stderr
 * @param source   the text of the files that the command names
 */
record Hints(String command, String expected, String obtained, String errors, String source) {

    private static final Pattern FILE = Pattern.compile("\"([^\"]+)\"|'([^']+)'|(\\S+)");
    private static final long LARGEST_SOURCE = 100_000;

    /** Returns the hint for a mistake, if it is a classic one. */
    static Optional<String> of(String command, Mismatch mismatch, String errors) {
        return new Hints(command, mismatch.expected(), mismatch.obtained(), errors, source(command)).find();
    }

    private static String source(String command) {
        return FILE.matcher(command).results()
                .map(word -> word.group().replaceAll("^[\"']|[\"']$", "")).map(Hints::read).collect(Collectors.joining());
    }

    private static String read(String file) {
        try {
            var path = Path.of(System.getProperty("user.dir")).resolve(file);
            var isSource = file.matches(".*\\.(py|java|js|mjs|cjs|c|pl|rb|go|rs)") && Files.isRegularFile(path);
            return isSource && Files.size(path) <= LARGEST_SOURCE ? Files.readString(path, ISO_8859_1) : "";
        } catch (InvalidPathException | IOException e) {
            return "";
        }
    }

    private Optional<String> find() {
        if (expected.contains("écoute sur localhost")) {
            return Optional.of("À changer : " + bindToLocalhost());
        }
        return Optional.ofNullable(inValues()).or(() -> Optional.ofNullable(inProgram()));
    }

    private String bindToLocalhost() {
        var isUdp = source.contains("SOCK_DGRAM") || source.contains("DatagramSocket") || source.contains("dgram");
        if (source.contains("websockets")) {
            return "websockets.serve(handler, \"localhost\", port)";
        }
        return switch (language()) {
            case "py" -> "server.bind((\"localhost\", port))";
            case "java" -> isUdp ? "new DatagramSocket(port, InetAddress.getByName(\"localhost\"))"
                    : "new ServerSocket(port, 50, InetAddress.getByName(\"localhost\"))";
            case "js" -> isUdp ? "server.bind(port, \"localhost\")" : "server.listen(port, \"127.0.0.1\")";
            case "c" -> "address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);";
            default -> "l'adresse donnée à bind doit être celle de localhost, 127.0.0.1.";
        };
    }

    private String language() {
        return matches(command, "python|\\.py\\b") ? "py" : matches(command, "\\bjava\\b|\\.java\\b|\\.jar\\b") ? "java"
                : matches(command, "\\bnode\\b|\\.[mc]?js\\b") ? "js"
                : matches(command, "\\.c\\b|\\b[gc]?cc\\b|\\bclang\\b") ? "c" : "";
    }

    /** Returns a hint that follows from the values alone. */
    private String inValues() {
        if (matches(obtained, "^<U\\+0000>.?\\S*" + Pattern.quote(beginning(expected)))) {
            return "La longueur est envoyée avant le texte (writeUTF ?) : n'envoyez que les octets du texte.";
        }
        if (obtained.contains("<U+0000>")) {
            return "Tout le tampon est converti en texte : ne gardez que les octets que la lecture a renvoyés.";
        }
        if (matches(obtained, "\\bb['\"]|<Buffer |\\[B@")) {
            return "Ce sont des octets affichés tels quels : décodez-les en texte (UTF-8) avant de les afficher.";
        }
        if (matches(obtained, "<[89a-f][0-9a-f]>|Ã.|\uFFFD")) {
            return "Le texte n'est pas en UTF-8 : donnez le charset UTF-8 à l'encodage et au décodage.";
        }
        if (matches(obtained, "<U\\+00A0>|<U\\+202F>|’")) {
            return "Une espace insécable ou une apostrophe typographique a été recopiée : tapez les caractères du clavier.";
        }
        if (obtained.equals(expected + "\\n") || obtained.equals(expected + "\\r\\n")) {
            return "Un retour à la ligne est envoyé en plus : print au lieu de println, et pas de \\n.";
        }
        if (matches(obtained, "^en \\d+ envois")) {
            return "Le client du chapitre lit une seule fois : il ne voit que le premier envoi. Envoyez tout d'un coup.";
        }
        if (obtained.contains("inondé")) {
            return "Une boucle ne s'arrête pas : une lecture vide (-1 en Java, b\"\" en Python) veut dire fin du flux.";
        }
        return null;
    }

    /** Returns a hint that follows from the errors or from the source. */
    private String inProgram() {
        if (errors.contains("missing 1 required positional argument: 'path'")) {
            return "Depuis websockets 11, le gestionnaire n'a qu'un argument : async def handler(websocket).";
        }
        if (matches(errors, "StringIndexOutOfBounds|IndexOutOfBounds.*-1|NegativeArraySize")) {
            return "read renvoie -1 à la fin du flux : testez cette valeur avant de vous en servir.";
        }
        if (language().equals("java") && matches(source, "[=!]= *\"|\" *[=!]= ")) {
            return "En Java, == ne compare pas des textes : utilisez equals ou equalsIgnoreCase.";
        }
        if (!obtained.matches("(?s).*(rien|elle reste ouverte|il tourne encore).*")) {
            return null;
        }
        if (matches(source, "\\basync def\\b") && matches(source, "\\binput\\(|time\\.sleep")
                && !matches(source, "run_in_executor|to_thread")) {
            return "input ou time.sleep bloque la boucle d'événements : appelez-le avec run_in_executor.";
        }
        if (matches(source, "PrintWriter|BufferedWriter|BufferedOutputStream|OutputStreamWriter|makefile\\(['\"]w|fdopen")
                && !matches(source, "flush|PrintWriter\\([^;]*, *true\\)")) {
            return "Avez-vous vidé le tampon (flush) ? Ce qui est écrit y reste, rien ne part sur le réseau.";
        }
        if (matches(source, "readLine\\(|readline\\(|nextLine\\(|fgets\\(|readAllBytes\\(")) {
            return "Le message n'a pas de retour à la ligne : une lecture de ligne attend sans fin. Lisez des octets.";
        }
        return null;
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(5, text.length()));
    }

    private static boolean matches(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).find();
    }
}
