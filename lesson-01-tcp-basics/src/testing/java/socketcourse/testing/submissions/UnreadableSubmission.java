package socketcourse.testing.submissions;

import java.io.IOException;

/** Thrown when submissions cannot be read; the message is a French sentence. */
public final class UnreadableSubmission extends IOException {

    private static final long serialVersionUID = 1;

    UnreadableSubmission(String message) {
        super(message);
    }
}
