package socketcourse.testing.grading;

/** Thrown when a program could not be graded through no fault of its own; the message is a French sentence. */
final class NotGraded extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotGraded(String message) {
        super(message, null, false, false);
    }
}
