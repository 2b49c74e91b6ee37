package socketcourse.testing.terminal;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import socketcourse.testing.report.Mismatch;

/** Compares an output with the documented one, line by line. */
public interface OutputMatcher {

    /** The prompt before a line that is typed. */
    String PROMPT = "Vous : ";

    /** The placeholder for an address that the test does not know. */
    String ANY_ADDRESS = "<adresse>";

    /** An address as the course prints it, or the placeholder for one. */
    Pattern ADDRESS = Pattern.compile("\\('127\\.0\\.0\\.1', (\\d+)\\)|" + ANY_ADDRESS);

    /** Compares byte for byte, except for addresses. */
    OutputMatcher EXACT = new OutputMatcher() {

        @Override
        public List<String> lines(String text, String documented) {
            return List.of(withoutAddress(text).split("(?<=\n)"));
        }

        @Override
        public boolean isLine(String documented, String line) {
            return line.equals(documented);
        }
    };

    /** Returns the lines of a text that count where another one is documented. */
    List<String> lines(String text, String documented);

    /** Returns whether a line of an output is the documented one. */
    boolean isLine(String documented, String line);

    /** Returns whether an output is the documented one. */
    default boolean matches(String documented, String output) {
        return firstDifference(lines(documented, documented), lines(output, documented)) == -1;
    }

    /** Returns whether the documented line is one of an output. */
    default boolean hasLine(String documented, String output) {
        return lines(output, documented).stream().anyMatch(line -> matches(documented, line));
    }

    /**
     * Returns the difference between an output and the documented one.
     *
     * @param hasEnded whether the program has ended; otherwise it waits for something
     */
    default Mismatch mismatch(String documented, String output, boolean hasEnded) {
        var expected = lines(documented, documented);
        var obtained = lines(output, documented);
        var index = Math.max(0, firstDifference(expected, obtained));
        if (index < obtained.size()) {
            var next = prompts(output) < prompts(documented) ? PROMPT : "";
            return differ(index < expected.size() ? expected.get(index) : next, obtained.get(index));
        }
        var missing = expected.get(index).replace(ANY_ADDRESS, "('127.0.0.1', 52314)");
        return hasEnded ? Mismatch.between("à l'écran", missing, "")
                : Mismatch.hangs(missing, "rien de plus à l'écran : le programme attend, ou garde dans un tampon ce qu'il a écrit");
    }

    /** The notation of an address is free, so the obtained one is the expected one where it is right. */
    private static Mismatch differ(String documented, String line) {
        var address = ADDRESS.matcher(documented);
        if (!address.find()) {
            return Mismatch.between("à l'écran", documented, line);
        }
        var before = documented.substring(0, address.start());
        var after = documented.substring(address.end());
        var port = address.group(1);
        var shown = Pattern.compile(Pattern.quote(before) + "(\\W*(?:127\\.0\\.0\\.1|::1)\\D*"
                + (port == null ? "\\d+" : port) + "(?:, 0)*[\\p{Punct}&&[^:]]*)").matcher(line);
        var example = port == null ? "('127.0.0.1', 52314)" : address.group();
        return Mismatch.between("à l'écran", before + (shown.lookingAt() ? shown.group(1) : example) + after, line)
                .with("L'adresse du client, par exemple " + example + ", peut s'écrire autrement.");
    }

    /** Returns the index of the first line that differs, or -1. */
    private int firstDifference(List<String> documented, List<String> output) {
        return IntStream.range(0, Math.max(documented.size(), output.size()))
                .filter(i -> i >= documented.size() || i >= output.size() || !isLine(documented.get(i), output.get(i)))
                .findFirst().orElse(-1);
    }

    /** Returns the number of prompts in a text. */
    static int prompts(String text) {
        return text.split(Pattern.quote(PROMPT), -1).length - 1;
    }

    /** Returns the text with {@value #ANY_ADDRESS} for each address that is written as the course does. */
    static String withoutAddress(String text) {
        return ADDRESS.matcher(text).replaceAll(ANY_ADDRESS);
    }
}
