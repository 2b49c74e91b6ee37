package socketcourse.testing.terminal;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import socketcourse.testing.report.Mismatch;

/** How a screen is compared with what is documented, line by line. */
public interface OutputMatcher {

    /** What asks for a line. */
    String PROMPT = "Vous : ";

    /** The placeholder for an address that the test does not know. */
    String ANY_ADDRESS = "<adresse>";

    /** An address as the course prints it, or the placeholder for one. */
    Pattern ADDRESS = Pattern.compile("\\('127\\.0\\.0\\.1', (\\d+)\\)|" + ANY_ADDRESS);

    /** Byte for byte, whatever the address. */
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

    /** The lines of a text that count, where this is documented. */
    List<String> lines(String text, String documented);

    /** Tells whether a line of a screen is the documented one. */
    boolean isLine(String documented, String line);

    /** Tells whether a screen shows what is documented. */
    default boolean matches(String documented, String screen) {
        return firstDifference(lines(documented, documented), lines(screen, documented)) == -1;
    }

    /** Tells whether the documented line is one of a screen. */
    default boolean hasLine(String documented, String screen) {
        return lines(screen, documented).stream().anyMatch(line -> matches(documented, line));
    }

    /** What is wrong with the screen of a program, which has ended or does nothing any more. */
    default Mismatch mismatch(String documented, String screen, boolean hasEnded) {
        var expected = lines(documented, documented);
        var came = lines(screen, documented);
        var index = Math.max(0, firstDifference(expected, came));
        if (index < came.size()) {
            var next = prompts(screen) < prompts(documented) ? PROMPT : "";
            return Mismatch.between("à l'écran", index < expected.size() ? expected.get(index) : next,
                    came.get(index));
        }
        return hasEnded ? Mismatch.between("à l'écran", expected.get(index), "")
                : Mismatch.hangs(expected.get(index), "rien de plus à l'écran : le programme attend, ou garde dans un"
                + " tampon ce qu'il a écrit (en C : setvbuf(stdout, NULL, _IONBF, 0))");
    }

    /** The index of the first line that differs, or -1. */
    private int firstDifference(List<String> documented, List<String> screen) {
        return IntStream.range(0, Math.max(documented.size(), screen.size()))
                .filter(i -> i >= documented.size() || i >= screen.size() || !isLine(documented.get(i), screen.get(i)))
                .findFirst().orElse(-1);
    }

    /** How often a text asks for a line. */
    static int prompts(String text) {
        return text.split(Pattern.quote(PROMPT.strip()), -1).length - 1;
    }

    /** The text with {@value #ANY_ADDRESS} in the place of each address as the course prints it. */
    static String withoutAddress(String text) {
        return ADDRESS.matcher(text).replaceAll(ANY_ADDRESS);
    }
}
