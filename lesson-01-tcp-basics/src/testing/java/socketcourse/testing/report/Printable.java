package socketcourse.testing.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import socketcourse.relay.Excerpt;

/** Formats text for a report, in which each invisible character has a name. */
public final class Printable {

    private static final int QUOTED = 200;
    private static final int SCREEN = 3000;

    /** A run of the same character that is not visible is folded from this length on. */
    private static final int FOLDED = 4;
    private static final Pattern RUN = Pattern.compile("(.)\\1*", Pattern.DOTALL);

    /** A byte that is not UTF-8 becomes a surrogate without a partner, as in Python's {@code surrogateescape}. */
    private static final int RAW_BYTE = 0xDC00;

    private Printable() {
    }

    /** Returns the text with escapes for invisible characters, and with their runs folded. */
    public static String text(String text) {
        return RUN.matcher(text).replaceAll(run -> {
            var character = run.group().codePointAt(0);
            var count = run.group().codePointCount(0, run.group().length());
            return Matcher.quoteReplacement(isVisible(character) || count < FOLDED
                    ? run.group().codePoints().mapToObj(Printable::character).collect(joining())
                    : "%s × %d".formatted(character(character), count));
        });
    }

    /** Decodes UTF-8; {@link #text} shows a byte that is not UTF-8 as that byte. */
    public static String decode(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        var decoder = UTF_8.newDecoder();
        for (var result = decoder.decode(in, out, true); result.isError(); result = decoder.decode(in, out, true)) {
            for (var i = 0; i < result.length(); i++) {
                out.put((char) (RAW_BYTE + (in.get() & 0xFF)));
            }
        }
        return out.flip().toString();
    }

    /** Returns the text, or its beginning, in French quotation marks. */
    public static String quoted(String text) {
        return "« " + line(text) + " »";
    }

    /** Returns the text, or its beginning, in one line. */
    public static String line(String text) {
        return text(beginning(text, QUOTED));
    }

    /** Returns an output, or its beginning, line by line. */
    public static String screen(String text) {
        return beginning(text, SCREEN).lines().map(Printable::text).collect(joining("\n"));
    }

    /** Returns bytes as text, their number, and in hexadecimal. */
    public static String bytes(Excerpt bytes) {
        return "« %s », %s (%s)".formatted(bytes.text(), bytes.size(), hex(bytes));
    }

    /** Returns a character and its bytes in UTF-8. */
    static String withBytes(String character) {
        if (isRawByte(character.codePointAt(0))) {
            return "l'octet " + text(character) + ", qui n'est pas de l'UTF-8";
        }
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
            default -> isRawByte(character) ? "<%02x>".formatted(character - RAW_BYTE)
                    : isVisible(character) ? Character.toString(character)
                    : "<U+%04X>".formatted(character);
        };
    }

    private static boolean isVisible(int character) {
        return character == ' ' || !isRawByte(character) && !Character.isISOControl(character)
                && !Character.isSpaceChar(character) && Character.getType(character) != Character.FORMAT;
    }

    private static boolean isRawByte(int character) {
        return character >= RAW_BYTE + 0x80 && character <= RAW_BYTE + 0xFF;
    }

    private static String beginning(String text, int length) {
        return text.length() <= length ? text
                : text.substring(0, boundary(text, length)) + "… (" + text.length() + " caractères en tout)";
    }

    /** Returns the index, or the one before it if a character of two chars would be cut. */
    static int boundary(String text, int index) {
        return index > 0 && index < text.length()
                && Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index)) ? index - 1 : index;
    }
}
