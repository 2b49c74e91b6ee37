package socketcourse.testing.grading;

import static java.util.stream.Collectors.joining;

import java.util.regex.Pattern;

/** Text in an HTML page. */
final class Html {

    /** Spaces that a reader would not see: several in a row, or the last ones. */
    private static final Pattern HIDDEN_SPACES = Pattern.compile("(?<=\\S) {2,}(?=\\S)| +$");

    /** A line of a report that quotes a text. */
    private static final Pattern QUOTING = Pattern.compile("( *(?:attendu|obtenu )+ *: )(.*)");

    private Html() {
    }

    /** Returns a text without markup. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    /** Returns a line with a mark for each space that a reader would not see. */
    static String marked(String line) {
        return HIDDEN_SPACES.matcher(escaped(line))
                .replaceAll(spaces -> "<mark>" + "␣".repeat(spaces.group().length()) + "</mark>");
    }

    /** Returns a report, with such marks in the texts that it quotes. */
    static String report(String report) {
        return report.lines().map(line -> {
            var quoting = QUOTING.matcher(line);
            return quoting.matches() ? quoting.group(1) + marked(quoting.group(2)) : escaped(line);
        }).collect(joining("\n"));
    }
}
