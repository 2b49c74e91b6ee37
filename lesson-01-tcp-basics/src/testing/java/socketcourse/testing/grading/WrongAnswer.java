package socketcourse.testing.grading;

/** The end of a grade: the answer is not right, and where we found it is no matter. */
final class WrongAnswer extends AssertionError {

    private static final long serialVersionUID = 1;

    private final transient Grade grade;

    WrongAnswer(Grade grade) {
        super(grade.report().lines().findFirst().orElseThrow());
        setStackTrace(new StackTraceElement[0]);
        this.grade = grade;
    }

    Grade grade() {
        return grade;
    }
}
