package socketcourse.testing.grading;

/** Why an answer could not be graded, through no fault of its own. */
final class NotGraded extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotGraded(String message) {
        super(message, null, false, false);
    }
}
