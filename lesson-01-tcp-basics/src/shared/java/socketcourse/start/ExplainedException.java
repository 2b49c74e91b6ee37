package socketcourse.start;

import java.io.IOException;

/** A failure that says itself, in one line of French, what went wrong and what to do. */
public final class ExplainedException extends IOException {

    private static final long serialVersionUID = 1;

    /**
     * A failure.
     *
     * @param line what the student reads
     */
    public ExplainedException(String line) {
        super(line);
    }
}
