package socketcourse.testing.launch;

/** Thrown when a program does not compile; the message contains its first error. */
public final class CompileError extends Exception {

    private static final long serialVersionUID = 1;

    CompileError(String message) {
        super(message);
    }

    /** An error at a line of a file. */
    CompileError(String file, String line, String message) {
        this("%s, ligne %s : %s".formatted(file, line, message));
    }
}
