package socketcourse.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Shows bytes as text and in hexadecimal. It keeps only the beginning and the end of more than 256 bytes, so that a
 * long message fills neither the screen nor the memory.
 */
public final class Excerpt {

    /** The largest number of bytes that is shown whole. */
    private static final int WHOLE = 256;
    /** The number of bytes of each part, the beginning and the end, of a longer message. */
    private static final int PART = 32;
    private static final int BYTES_PER_LINE = 16;

    private final byte[] beginning = new byte[WHOLE];
    /** The last bytes: the byte with index i is at i modulo PART. */
    private final byte[] end = new byte[PART];
    private long length;

    /** Returns the excerpt of a part of an array; {@code to} is the index after the last byte. */
    public static Excerpt of(byte[] bytes, int from, int to) {
        var excerpt = new Excerpt();
        excerpt.add(bytes, from, to);
        return excerpt;
    }

    /** Adds a part of an array; {@code to} is the index after the last byte. */
    void add(byte[] bytes, int from, int to) {
        for (var i = from; i < to; i++, length++) {
            if (length < WHOLE) {
                beginning[(int) length] = bytes[i];
            }
            if (to - i <= PART) {
                end[(int) (length % PART)] = bytes[i];
            }
        }
    }

    /** Returns the number of bytes, in French. */
    public String size() {
        return size(length);
    }

    /** Returns an unsigned number of bytes, in French. */
    static String size(long length) {
        return Long.toUnsignedString(length) + (length == 0 || length == 1 ? " octet" : " octets");
    }

    /** Returns the UTF-8 text, with {@code ·} for what cannot be shown and {@code …} for what is left out. */
    public String text() {
        return length <= WHOLE ? text(first((int) length)) : text(first(PART)) + " … " + text(last());
    }

    /** Returns the bytes in hexadecimal, 16 per line, and a line with the number of bytes that are left out. */
    public List<String> hex() {
        if (length <= WHOLE) {
            return hex(first((int) length));
        }
        var lines = new ArrayList<>(hex(first(PART)));
        lines.add("… %s …".formatted(size(length - 2 * PART)));
        lines.addAll(hex(last()));
        return lines;
    }

    private byte[] first(int count) {
        return Arrays.copyOf(beginning, count);
    }

    private byte[] last() {
        var last = new byte[PART];
        for (var i = 0; i < PART; i++) {
            last[i] = end[(int) ((length + i) % PART)];
        }
        return last;
    }

    private static String text(byte[] bytes) {
        var decoder = UTF_8.newDecoder();
        var in = ByteBuffer.wrap(bytes);
        var text = CharBuffer.allocate(bytes.length);
        // The decoder stops at bytes that are not UTF-8, such as half a character.
        for (var part = decoder.decode(in, text, true); part.isError(); part = decoder.decode(in, text, true)) {
            text.put("·".repeat(part.length()));
            in.position(in.position() + part.length());
        }
        var shown = new StringBuilder();
        text.flip().codePoints().forEach(character -> shown.appendCodePoint(canBeShown(character) ? character : '·'));
        return shown.toString();
    }

    /** Returns whether the character is visible and does not control the terminal. */
    private static boolean canBeShown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static List<String> hex(byte[] bytes) {
        var lines = new ArrayList<String>();
        for (var from = 0; from < bytes.length; from += BYTES_PER_LINE) {
            lines.add(HexFormat.ofDelimiter(" ").formatHex(bytes, from, Math.min(bytes.length, from + BYTES_PER_LINE)));
        }
        return lines;
    }
}
