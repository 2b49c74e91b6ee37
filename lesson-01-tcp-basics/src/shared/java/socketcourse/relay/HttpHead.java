package socketcourse.relay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the heads of HTTP messages, start line and header fields (RFC 9112, section 2.1), in the bytes of one
 * direction. A head may arrive in several reads.
 */
final class HttpHead {

    private static final Pattern START = Pattern.compile("(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) /|HTTP/1\\.[01] ");
    private static final String END = "\r\n\r\n";
    private static final int MAX_LENGTH = 8192;

    private final StringBuilder head = new StringBuilder();
    private boolean isUpgrade;

    /**
     * Takes the bytes of one read.
     *
     * @return the number of bytes at the beginning that belong to a head; 0 if there are too few bytes to decide
     */
    int take(byte[] buffer, int length) {
        var before = head.length();
        head.append(new String(buffer, 0, Math.min(length, MAX_LENGTH), ISO_8859_1));
        var start = START.matcher(head);
        var isHead = start.lookingAt();
        var end = head.indexOf(END);
        if (isHead && end >= 0) {
            isUpgrade = head.indexOf("HTTP/1.1 101 ") == 0;
            head.setLength(0);
            return end + END.length() - before;
        }
        if (!isHead && !start.hitEnd() || head.length() >= MAX_LENGTH) {
            head.setLength(0);
            return 0;
        }
        return isHead ? length : 0;
    }

    /** Returns whether a head was {@code 101 Switching Protocols}, after which the bytes are no longer HTTP. */
    boolean isUpgrade() {
        return isUpgrade;
    }

    /** Returns the lines of a head, or of a part of it, each with {@code ··} for its CR LF. */
    static List<String> lines(byte[] buffer, int length) {
        return Pattern.compile("(?<=\n)").splitAsStream(new String(buffer, 0, length, ISO_8859_1))
                .map(line -> line.getBytes(ISO_8859_1))
                .map(line -> Excerpt.of(line, 0, line.length).text())
                .toList();
    }
}
