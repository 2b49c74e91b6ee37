package socketcourse.testing.grading;

/**
 * The result of one step of a program.
 *
 * @param step    the step
 * @param verdict correct or not; {@link Verdict#NOT_GRADED} if the step was not reached
 * @param reason  the mistake in one line; empty if there is none
 * @param report  the full explanation; empty if there is none
 */
record StepResult(Step step, Verdict verdict, String reason, String report) {

    static StepResult correct(Step step) {
        return new StepResult(step, Verdict.CORRECT, "", "");
    }

    static StepResult notReached(Step step) {
        return new StepResult(step, Verdict.NOT_GRADED, "", "");
    }

    boolean isWrong() {
        return verdict != Verdict.CORRECT && verdict != Verdict.NOT_GRADED;
    }

    /** Returns a line with a sign, the number and the requirement, such as {@code ✓ 1  écouter sur localhost}. */
    String line() {
        return switch (verdict) {
            case CORRECT -> "✓ ";
            case NOT_GRADED -> "– ";
            default -> "✗ ";
        } + step.step() + "  " + step.requires() + (verdict == Verdict.NOT_GRADED ? " (non atteinte)" : "");
    }
}
