package socketcourse.testing.terminal;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/** What a test starts in a terminal: one of our programs, or an answer that is graded in the place of one. */
public interface Program {

    /** What a report calls it. */
    String label();

    /** The port for its next start. */
    int port();

    /** Starts it on a port; the properties are options of our JVM, such as {@code -Dbuffer=10}. */
    Process start(int port, String... properties) throws IOException;

    /** How its screen is compared with what is documented. */
    OutputMatcher reading();

    /** How many characters its screen can take; what comes after them is thrown away. */
    int screenSize();

    /** Tells whether it is graded: then some things are tolerated that ours must not do. */
    boolean isGraded();

    /** A process of it, with all that this one has started. */
    Stream<ProcessHandle> processes(Process process);

    /** It has started in this process, with this screen: keeps an eye on it. */
    void watch(Process process, CapturedOutput screen);

    /** What is wrong with the way in which it runs, if anything is. */
    Optional<String> fault();

    /** Kills a process of it, with all that this one has started. */
    void kill(Process process);
}
