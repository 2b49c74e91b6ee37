package socketcourse.testing.terminal;

import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import socketcourse.testing.process.IdleTimeout;
import socketcourse.testing.process.ProgramProcess;
import socketcourse.testing.report.Mismatch;
import socketcourse.testing.report.Printable;

/**
 * Compares the output of a program with the documented one; each wait ends when a timeout expires.
 *
 * @param program   the program
 * @param process   its process
 * @param visible   its output as a person sees it in a terminal
 * @param diagnosis explains its failures
 * @param timeout   starts a timeout for an event that the program must cause
 */
record Expectations(Program program, ProgramProcess process, VisibleOutput visible, Diagnosis diagnosis,
        Supplier<IdleTimeout> timeout) {

    private static final Pattern PROMPT_LINE = Pattern.compile(Pattern.quote(OutputMatcher.PROMPT) + "\\R");

    void shows(String documented, String... tolerated) {
        await(text -> isDocumented(text, documented, tolerated) && endsLike(text, documented));
        mustShow(documented, tolerated);
        if (documented.endsWith(OutputMatcher.PROMPT) && !text().endsWith(OutputMatcher.PROMPT)) {
            throw Mismatch.wrong("l'invite %s à la fin de l'écran : on tape sur la même ligne"
                    .formatted(Printable.quoted(OutputMatcher.PROMPT)), promptAtEnd());
        }
    }

    private String promptAtEnd() {
        return PROMPT_LINE.matcher(process.output().text()).find() || PROMPT_LINE.matcher(process.errors().text()).find()
                ? "un retour à la ligne la suit"
                : "elle n'y est pas quand le programme attend la saisie";
    }

    /** Returns the output so far: of a graded program, as a person sees it in a terminal. */
    String text() {
        return program.isGraded() ? visible.text() : process.output().text();
    }

    void await(Predicate<String> condition) {
        process.output().await(output -> condition.test(text()), timeout.get());
    }

    /** A program may write the end of a line separately, and another thread may write a prompt in between. */
    private static boolean endsLike(String text, String documented) {
        return documented.endsWith(OutputMatcher.PROMPT) ? text.endsWith(OutputMatcher.PROMPT)
                : !documented.endsWith("\n") || text.endsWith("\n") || text.endsWith(OutputMatcher.PROMPT);
    }

    void showsPart(String documented, Predicate<String> isShown) {
        await(isShown);
        diagnosis.checkFault();
        if (!isShown.test(text())) {
            var last = text().lines().reduce("", (earlier, line) -> line.isBlank() ? earlier : line);
            throw Mismatch.between("à l'écran", documented.strip(), last);
        }
    }

    void showsPrompts(int count) {
        await(text -> OutputMatcher.prompts(text) >= count);
        diagnosis.checkFault();
        var shown = OutputMatcher.prompts(text());
        if (shown < count) {
            throw Mismatch.wrong("l'invite %s avant chaque saisie : %d fois"
                    .formatted(Printable.quoted(OutputMatcher.PROMPT), count),
                    "elle est %d fois à l'écran".formatted(shown));
        }
    }

    private boolean isDocumented(String text, String documented, String... tolerated) {
        return program.matcher().matches(documented, text) || program.isGraded()
                && Stream.of(tolerated).anyMatch(other -> program.matcher().matches(other, text));
    }

    void mustShow(String documented, String... tolerated) {
        diagnosis.checkFault();
        if (!isDocumented(text(), documented, tolerated)) {
            throw mismatch(documented);
        }
    }

    Mismatch mismatch(String documented) {
        return program.matcher().mismatch(documented, text(), !process.isAlive());
    }
}
