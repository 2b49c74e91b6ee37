package socketcourse.testing.terminal;

import java.io.IOException;
import socketcourse.testing.process.ProgramProcess;

/** A program that a test can start: one of ours, or one that is graded in its place. */
public interface Program {

    /** Returns the name of the program in a report. */
    String name();

    /** Returns the port for the next start of the program. */
    int port();

    /**
     * Starts the program.
     *
     * @param port       the port that it must use
     * @param properties options of our JVM, such as {@code -Dbuffer=10}; a graded program has none
     */
    ProgramProcess start(int port, String... properties) throws IOException;

    /** Returns the rules by which the output is compared with the documented one. */
    OutputMatcher matcher();

    /** Returns whether the program is graded: some behaviour is tolerated then that ours must not have. */
    boolean isGraded();
}
