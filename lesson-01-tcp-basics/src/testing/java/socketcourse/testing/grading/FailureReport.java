package socketcourse.testing.grading;

import java.io.IOException;
import java.net.BindException;
import java.util.List;
import socketcourse.testing.guide.Guide;
import socketcourse.testing.report.Mismatch;
import socketcourse.testing.terminal.Terminal;
import socketcourse.testing.terminal.Terminals;

/** What a step finds, as who wrote the answer reads it. */
final class FailureReport {

    private final Answer answer;
    private final Step step;
    private final Terminals terminals;
    private final List<Terminal> judged;

    FailureReport(Answer answer, Step step, Terminals terminals) {
        this.answer = answer;
        this.step = step;
        this.terminals = terminals;
        this.judged = terminals.opened().filter(terminal -> terminal.name().equals(answer.label())).toList();
    }

    /** What a failure of the step says of the answer, or the failure itself if it says nothing of it. */
    Throwable of(Throwable failure) {
        // Who has hung up may be about to say why.
        judged.forEach(Terminal::awaitRest);
        if (judged.stream().anyMatch(Terminal::cannotStart)) {
            return new NotGraded("Cette commande ne peut pas être lancée : " + answer.command());
        }
        var failureAtStart = judged.stream().flatMap(terminal -> terminal.failureAtStart().stream()).findFirst();
        if (failureAtStart.isPresent()) {
            return answer.portWasHeld()
                    ? new NotGraded("Son port est encore en TIME_WAIT : réessayez dans une minute.")
                    : wrong(Verdict.DOES_NOT_START, failureAtStart.get(), "  " + failureAtStart.get());
        }
        var error = judged.stream().flatMap(terminal -> terminal.failure().stream())
                .filter(line -> !String.valueOf(failure.getMessage()).contains(line)).findFirst();
        var errorInReason = error.map(line -> " ; " + line).orElse("");
        var errorInReport = error.map(line -> "\n  " + line).orElse("");
        if (failure instanceof Mismatch deviation) {
            return wrong(deviation.hangs() && error.isEmpty() ? Verdict.TOO_LONG : Verdict.WRONG,
                    deviation.reason() + errorInReason, deviation.getMessage() + errorInReport);
        }
        if (failure instanceof BindException) {
            return new NotGraded("Un port est pris par un autre programme : réessayez (%s)."
                    .formatted(failure.getMessage()));
        }
        return failure instanceof IOException
                ? wrong(Verdict.WRONG, "la connexion est rompue" + errorInReason,
                        "  la connexion est rompue : " + failure.getMessage() + errorInReport)
                : failure;
    }

    private WrongAnswer wrong(Verdict verdict, String reason, String details) {
        return new WrongAnswer(new Grade(verdict, step.step(), step.requires(), reason, """
                %s : %s. Étape %d : %s.
                %s

                %s
                Pour recommencer, dans %s : mvn -q test "-Danswer.%s=%s"
                À relire : %s
                """.formatted(step.program(), verdict, step.step(), step.requires(), details, terminals.report(),
                Guide.folder(), step.program(), answer.command().replace("\"", "\\\""),
                Guide.section(step.program()))));
    }
}
