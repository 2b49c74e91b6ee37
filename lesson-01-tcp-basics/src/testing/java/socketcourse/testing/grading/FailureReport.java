package socketcourse.testing.grading;

import java.io.IOException;
import java.net.BindException;
import java.util.List;
import java.util.Optional;
import socketcourse.testing.guide.Guide;
import socketcourse.testing.report.Mismatch;
import socketcourse.testing.terminal.Terminal;
import socketcourse.testing.terminal.Terminals;

/** Explains the failure of a step to the author of the graded program. */
final class FailureReport {

    private final Answer answer;
    private final Step step;
    private final Terminals terminals;
    private final List<Terminal> graded;

    FailureReport(Answer answer, Step step, Terminals terminals) {
        this.answer = answer;
        this.step = step;
        this.terminals = terminals;
        this.graded = terminals.opened().filter(Terminal::isGraded).toList();
    }

    /**
     * Returns what a failure of the step means.
     *
     * @return a {@link WrongAnswer}, a {@link NotGraded}, or the failure itself if the program is not its cause
     */
    Throwable of(Throwable failure) {
        // A program that has closed its connection may be about to write why.
        graded.forEach(Terminal::awaitRest);
        if (graded.stream().anyMatch(program -> !program.hasStarted() && program.diagnosis().cannotStart())) {
            return new NotGraded("Cette commande ne peut pas être lancée : " + answer.command());
        }
        var failureAtStart = graded.stream().filter(program -> !program.hasStarted())
                .flatMap(program -> program.diagnosis().failure().stream()).findFirst();
        if (failureAtStart.isPresent()) {
            return wrong(Verdict.FAILS_AT_START, failureAtStart.get(), "  " + failureAtStart.get());
        }
        var error = graded.stream().flatMap(program -> program.diagnosis().failure().stream())
                .filter(line -> !String.valueOf(failure.getMessage()).contains(line)).findFirst();
        if (failure instanceof Mismatch mismatch) {
            return wrong(mismatch.hangs() && error.isEmpty() ? Verdict.HANGS : Verdict.WRONG,
                    mismatch.reason() + inReason(error), mismatch.getMessage() + inDetails(error));
        }
        if (failure instanceof BindException) {
            return new NotGraded("Un port est pris par un autre programme : réessayez (%s)."
                    .formatted(failure.getMessage()));
        }
        return failure instanceof IOException
                ? wrong(Verdict.WRONG, "la connexion est rompue" + inReason(error),
                        "  la connexion est rompue : " + failure.getMessage() + inDetails(error))
                : failure;
    }

    private static String inReason(Optional<String> error) {
        return error.map(line -> " ; " + line).orElse("");
    }

    private static String inDetails(Optional<String> error) {
        return error.map(line -> "\n  " + line).orElse("");
    }

    private WrongAnswer wrong(Verdict verdict, String reason, String details) {
        return new WrongAnswer(new StepResult(step, verdict, reason, """
                %s

                %s
                Pour refaire ce test, dans %s : mvn -q test-compile exec:java@grade "-Danswer.%s=%s"
                À relire : %s
                """.formatted(details, terminals.report(), Guide.folder(), step.program(),
                answer.command().replace("\"", "\\\""), Guide.section(step.program()))));
    }
}
