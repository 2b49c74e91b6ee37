package socketcourse.testing.grading;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import socketcourse.testing.terminal.OutputMatcher;

/**
 * Compares the output of a graded program with the documented one. An address may have any notation that shows IP and
 * port and no other word. Empty lines, line endings and the Unicode form of accents do not matter; prompts are counted elsewhere.
 */
final class LenientMatcher implements OutputMatcher {

    static final OutputMatcher INSTANCE = new LenientMatcher();

    private static final Pattern LOOPBACK = Pattern.compile("127\\.0\\.0\\.1|(?<![\\w:])(::|0:0:0:0:0:0:0:)1(?!\\w)");

    /** The characters and words that may stand around IP and port: punctuation, the word {@code port}, the name, zeros of an IPv6 address. */
    private static final Pattern NOTATION =
            Pattern.compile("(?i)([\\s\\p{Punct}«»’]|\\bport\\b|\\blocalhost\\b|::ffff:|\\b0\\b)*");

    @Override
    public List<String> lines(String text, String documented) {
        var withoutPrompts = documented.contains(PROMPT) ? text.replace(PROMPT, "") : text;
        return Normalizer.normalize(withoutPrompts, Normalizer.Form.NFC)
                .replace("\r", "").lines().filter(line -> !line.isBlank()).toList();
    }

    @Override
    public boolean isLine(String documented, String line) {
        var address = ADDRESS.matcher(documented);
        if (!address.find()) {
            return line.equals(documented) || line.stripTrailing().equals(documented);
        }
        var before = documented.substring(0, address.start());
        var after = documented.substring(address.end());
        return line.length() > before.length() + after.length() && line.startsWith(before) && line.endsWith(after)
                && isAddress(line.substring(before.length(), line.length() - after.length()), address.group(1));
    }

    private static boolean isAddress(String text, String port) {
        var withoutIp = LOOPBACK.matcher(text).replaceFirst(" ");
        var number = Pattern.compile("(?<!\\d)" + (port == null ? "\\d{2,5}" : port) + "(?!\\d)").matcher(withoutIp);
        return !withoutIp.equals(text) && number.find()
                && NOTATION.matcher(number.replaceFirst(" ")).matches();
    }
}
