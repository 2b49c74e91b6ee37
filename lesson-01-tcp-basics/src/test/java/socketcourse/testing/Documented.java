package socketcourse.testing;

import static java.util.stream.Collectors.joining;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How the key reads the screen of an answer: what the chapter documents counts, and nothing else. An address may have
 * any notation that shows IP and port; empty lines, the end of a line and the moment at which a prompt appears do not
 * matter.
 */
public final class Documented {

    /** The prompt of the chats. */
    static final String PROMPT = "Vous : ";

    /** An address as the course prints it, or {@code A} for one that the test does not know. */
    private static final Pattern ADDRESS = Pattern.compile("\\('127\\.0\\.0\\.1', (\\d+)\\)|\\bA\\b");
    private static final Pattern LOOPBACK = Pattern.compile("127\\.0\\.0\\.1|(?<![\\w:])(::|0:0:0:0:0:0:0:)1(?!\\w)");
    /** A socket shows more numbers than an address: its descriptor, the address of its own end. */
    private static final Pattern OTHER_NUMBER = Pattern.compile("(?<!\\w)[1-9]");
    private static final int QUOTED = 200;
    private static final int REPORTED = 3000;

    private Documented() {
    }

    /** The text with {@code A} in the place of each address as the course prints it. */
    static String withoutAddress(String text) {
        return ADDRESS.matcher(text).replaceAll("A");
    }

    /** Tells whether a screen shows what is documented. */
    static boolean matches(String documented, String screen) {
        return firstDifference(lines(documented, documented), lines(screen, documented)) == -1;
    }

    /** Why a screen is not as documented: the first line that differs, then both as they are. */
    static String difference(String name, String documented, String screen, boolean running) {
        var expected = lines(documented, documented);
        var came = lines(screen, documented);
        var index = Math.max(0, firstDifference(expected, came));
        return """
                %s shows %s where the chapter documents %s%s

                The chapter documents (A is the peer's address, in any notation):
                %s
                What came:
                %s""".formatted(name, line(came, index), line(expected, index),
                running && came.size() < expected.size() ? """

                        The program is still running. If it has written this, it keeps it in a buffer: let it flush its
                        output after each line (C: setvbuf(stdout, NULL, _IONBF, 0); Python: print(..., flush=True)).
                        """ : "",
                documented.indent(4), beginning(screen).indent(4));
    }

    private static String line(List<String> lines, int index) {
        return index < lines.size() ? quoted(lines.get(index)) : "nothing more";
    }

    private static List<String> lines(String text, String documented) {
        var withoutPrompts = documented.contains(PROMPT) ? text.replaceAll("(?m)Vous :( |$)", "") : text;
        return Normalizer.normalize(withoutPrompts, Normalizer.Form.NFC)
                .lines().map(String::stripTrailing).filter(line -> !line.isEmpty()).toList();
    }

    /** The index of the first line that differs, or -1. */
    private static int firstDifference(List<String> documented, List<String> screen) {
        return IntStream.range(0, Math.max(documented.size(), screen.size()))
                .filter(i -> i >= documented.size() || i >= screen.size() || !isLine(documented.get(i), screen.get(i)))
                .findFirst().orElse(-1);
    }

    private static boolean isLine(String documented, String line) {
        var address = ADDRESS.matcher(documented);
        if (!address.find()) {
            return line.equals(documented);
        }
        var before = documented.substring(0, address.start());
        var after = documented.substring(address.end());
        return line.length() > before.length() + after.length() && line.startsWith(before) && line.endsWith(after)
                && isAddress(line.substring(before.length(), line.length() - after.length()), address.group(1));
    }

    private static boolean isAddress(String text, String port) {
        var withoutIp = LOOPBACK.matcher(text).replaceFirst(" ");
        var number = Pattern.compile("(?<!\\d)" + (port == null ? "\\d{2,5}" : port) + "(?!\\d)");
        return !withoutIp.equals(text) && number.matcher(withoutIp).find()
                && !OTHER_NUMBER.matcher(number.matcher(withoutIp).replaceFirst(" ")).find();
    }

    /** The text in quotes, or its beginning, with a name for each character that one would not see. */
    public static String quoted(String text) {
        return beginning(text, QUOTED).codePoints()
                .mapToObj(c -> switch (c) {
                    case '\n' -> "\\n";
                    case '\r' -> "\\r";
                    case ' ' -> " ";
                    default -> Character.isISOControl(c) || Character.isSpaceChar(c)
                            ? "<U+%04X>".formatted(c) : Character.toString(c);
                })
                .collect(joining("", "\"", "\""));
    }

    /** As much of a text as a report can bear. */
    static String beginning(String text) {
        return beginning(text, REPORTED);
    }

    private static String beginning(String text, int length) {
        return text.length() <= length ? text
                : text.substring(0, length) + "... (" + text.length() + " characters in all)";
    }
}
