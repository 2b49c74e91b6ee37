package socketcourse.testing.grading;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import socketcourse.testing.terminal.OutputMatcher;

/**
 * Compares the output of a graded program with the documented one. An address may have any notation that shows IP and
 * port. Empty lines, line endings, the moment at which a prompt appears, and the Unicode form of accents do not matter.
 */
final class LenientMatcher implements OutputMatcher {

    static final OutputMatcher INSTANCE = new LenientMatcher();

    private static final Pattern LOOPBACK = Pattern.compile("127\\.0\\.0\\.1|(?<![\\w:])(::|0:0:0:0:0:0:0:)1(?!\\w)");

    /** A printed socket object shows more numbers than an address: its descriptor, the address of its own end. */
    private static final Pattern OTHER_NUMBER = Pattern.compile("(?<!\\w)[1-9]");

    @Override
    public List<String> lines(String text, String documented) {
        var withoutPrompts = documented.contains(PROMPT) ? text.replaceAll("(?m)Vous :( |$)", "") : text;
        return Normalizer.normalize(withoutPrompts, Normalizer.Form.NFC)
                .lines().map(String::stripTrailing).filter(line -> !line.isEmpty()).toList();
    }

    @Override
    public boolean isLine(String documented, String line) {
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
}
