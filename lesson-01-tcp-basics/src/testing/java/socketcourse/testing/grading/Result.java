package socketcourse.testing.grading;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;

/**
 * The result of grading a program.
 *
 * @param program the ID of the program
 * @param verdict the verdict: that of the first step that failed
 * @param reason  the mistake in one line; empty if there is none
 * @param steps   the results of the steps in their order; empty if none was tried
 */
public record Result(String program, Verdict verdict, String reason, List<StepResult> steps) {

    /** Returns a result without steps. */
    static Result without(Verdict verdict, String program, String reason) {
        return new Result(program, verdict, reason, List.of());
    }

    /** Returns the result of a program whose steps were tried. */
    static Result of(String program, List<StepResult> steps) {
        return firstWrong(steps).map(step -> new Result(program, step.verdict(), step.reason(), steps))
                .orElseGet(() -> new Result(program, Verdict.CORRECT, "", steps));
    }

    /** Returns the first step that failed. */
    Optional<StepResult> firstWrong() {
        return firstWrong(steps);
    }

    private static Optional<StepResult> firstWrong(List<StepResult> steps) {
        return steps.stream().filter(StepResult::isWrong).findFirst();
    }

    /** Returns the explanation for the author of the program: the verdict, the first mistake and all steps. */
    public String report() {
        return firstWrong().map(step -> "%s : %s. Étape %d, il doit : %s.\n%s\nToutes les étapes :\n%s".formatted(
                        program, verdict, step.step().step(), step.step().requires(), step.report(),
                        steps.stream().map(StepResult::line).collect(joining("\n")).indent(2).stripTrailing()))
                .orElse(program + " : " + verdict + (reason.isEmpty() ? "." : ". " + reason));
    }
}
