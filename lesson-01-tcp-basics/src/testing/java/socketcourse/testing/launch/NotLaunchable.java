package socketcourse.testing.launch;

/** Thrown when this machine cannot start a file; the message is a French sentence. */
public final class NotLaunchable extends Exception {

    private static final long serialVersionUID = 1;

    NotLaunchable(String message) {
        super(message);
    }
}
