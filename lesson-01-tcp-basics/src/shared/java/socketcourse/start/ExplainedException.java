package socketcourse.start;

import java.io.IOException;

/** An error whose message is already the line for the student: in French, with what to do. */
public final class ExplainedException extends IOException {

    private static final long serialVersionUID = 1;

    /**
     * Creates an error.
     *
     * @param line the line that the student reads
     */
    public ExplainedException(String line) {
        super(line);
    }
}
