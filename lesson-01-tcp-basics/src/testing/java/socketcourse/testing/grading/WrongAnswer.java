package socketcourse.testing.grading;

/** Ends a step that a graded program has failed. */
final class WrongAnswer extends AssertionError {

    private static final long serialVersionUID = 1;

    private final transient StepResult result;

    WrongAnswer(StepResult result) {
        super(result.reason());
        // The place in the test says nothing about the mistake.
        setStackTrace(new StackTraceElement[0]);
        this.result = result;
    }

    StepResult result() {
        return result;
    }
}
