package socketcourse.testing;

/** Why an answer is wrong, for an instructor to read: the first line is the reason. Where we found it is not told. */
final class WrongAnswer extends AssertionError {

    private static final long serialVersionUID = 1;

    WrongAnswer(String report) {
        super(report);
        setStackTrace(new StackTraceElement[0]);
    }
}
