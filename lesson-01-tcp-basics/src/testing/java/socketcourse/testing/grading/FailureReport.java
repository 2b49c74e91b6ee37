package socketcourse.testing.grading;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.BindException;
import java.util.List;
import java.util.Optional;
import socketcourse.testing.guide.Guide;
import socketcourse.testing.report.Mismatch;
import socketcourse.testing.terminal.Terminal;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.Texts;

/** Explains the failure of a step to the author of the graded program. */
final class FailureReport {

    /** The number of lines for what the test did and for the screens. */
    private static final int LONGEST = 15;

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
            var shown = error.or(this::runningError);
            return wrong(mismatch.hangs() && error.isEmpty() ? Verdict.HANGS : Verdict.WRONG,
                    mismatch.reason() + inReason(shown),
                    hint(mismatch).map(hint -> "  " + hint + "\n").orElse("") + mismatch.getMessage() + inDetails(shown));
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

    /** Returns the error that a program shows although it continues, as a server does after an exception. */
    private Optional<String> runningError() {
        return graded.stream().flatMap(program -> program.diagnosis().runningError().stream()).findFirst();
    }

    private Optional<String> hint(Mismatch mismatch) {
        return Hints.of(answer.command(), mismatch,
                graded.stream().map(program -> program.diagnosis().process().errors().text()).collect(joining()));
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

                Pour refaire ce test, dans %s : mvn -q test-compile exec:java@grade -Dseed=%d "-Danswer.%s=%s"
                Pour essayer à la main, dans deux terminaux : %s
                %s
                À relire : %s
                """.formatted(details, shortened(terminals.report().lines().toList()), Guide.folder(), Texts.SEED, step.program(),
                answer.command().replace("\"", "\\\""), answer.commandLine(answer.chapterPort()),
                "  et notre autre bout : mvn -q compile exec:java@%s -Dport=%d"
                        .formatted(otherEnd(), answer.chapterPort()),
                Guide.section(step.program()))));
    }

    /** A report fits on one screen: the middle of a long course of events is left out. */
    private static String shortened(List<String> lines) {
        return lines.size() <= LONGEST ? String.join("\n", lines)
                : String.join("\n", lines.subList(0, LONGEST / 3)) + "\n  … (%d lignes)\n".formatted(lines.size() - LONGEST)
                + String.join("\n", lines.subList(lines.size() - LONGEST + LONGEST / 3, lines.size()));
    }

    /** Returns the ID of our program at the other end; a challenge and {@code handshake} have none of their own. */
    private String otherEnd() {
        var other = answer.isServer() ? step.program().replaceAll("server$", "client")
                : step.program().replaceAll("client$", "server");
        return new Grader(System.getProperty("lesson.package")).programs().contains(other)
                && !other.equals(step.program()) ? other : answer.isServer() ? "client" : "server";
    }
}
