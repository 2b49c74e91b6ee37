package socketcourse.testing.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import socketcourse.relay.Excerpt;

/** Text as a report shows it: with a name for each character that one would not see. */
public final class Printable {

    private static final int QUOTED = 200;
    private static final int SCREEN = 3000;

    private Printable() {
    }

    /** The text, {@code \n}, {@code \r} and {@code \t} in the place of what they stand for, others by their names. */
    public static String text(String text) {
        return text.codePoints().mapToObj(Printable::character).collect(joining());
    }

    /** The text, or its beginning, in the quotation marks of the page's language. */
    public static String quoted(String text) {
        return "« " + line(text) + " »";
    }

    /** The text, or its beginning, in one line. */
    public static String line(String text) {
        return text(beginning(text, QUOTED));
    }

    /** As much of a screen as a report can bear, line by line. */
    public static String screen(String text) {
        return beginning(text, SCREEN).lines().map(Printable::text).collect(joining("\n"));
    }

    /** Bytes: as text, how many there are, in hexadecimal. */
    public static String bytes(Excerpt bytes) {
        return "« %s », %s (%s)".formatted(bytes.text(), bytes.size(), hex(bytes));
    }

    /** A character, and its bytes in UTF-8. */
    static String withBytes(String character) {
        var bytes = character.getBytes(UTF_8);
        return "« %s » (%s)".formatted(text(character), hex(Excerpt.of(bytes, 0, bytes.length)));
    }

    private static String hex(Excerpt bytes) {
        return String.join(" ", bytes.hex());
    }

    private static String character(int character) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case ' ' -> " ";
            default -> Character.isISOControl(character) || Character.isSpaceChar(character)
                    || Character.getType(character) == Character.FORMAT
                    ? "<U+%04X %s>".formatted(character, Character.getName(character))
                    : Character.toString(character);
        };
    }

    private static String beginning(String text, int length) {
        return text.length() <= length ? text
                : text.substring(0, boundary(text, length)) + "… (" + text.length() + " caractères en tout)";
    }

    /** The index, or the one before it where a character of two chars would be cut in two. */
    static int boundary(String text, int index) {
        return index > 0 && index < text.length()
                && Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index)) ? index - 1 : index;
    }
}
