package socketcourse.testing.terminal;

import java.time.Duration;
import java.util.function.Supplier;
import socketcourse.testing.process.IdleTimeout;

/** The programs of a test by their IDs, and how long the test waits for them. */
public interface ProgramSource {

    /** Returns the program with this ID. */
    Program program(String id);

    /** Starts a timeout for an event that programs with this activity must cause. */
    IdleTimeout timeout(Supplier<IdleTimeout.Activity> activity);

    /** Returns our own programs of the lesson with this package: a test waits for them as long as it can. */
    static ProgramSource ours(String lessonPackage) {
        return new ProgramSource() {

            @Override
            public Program program(String id) {
                return ReferenceProgram.of(lessonPackage, id, id);
            }

            @Override
            public IdleTimeout timeout(Supplier<IdleTimeout.Activity> activity) {
                return IdleTimeout.forEvent(OWN_IDLE_LIMIT, IdleTimeout.LONGEST, activity);
            }
        };
    }

    /** Our programs may be idle for this long: their longest timer, an unanswered handshake, takes 10 s. */
    Duration OWN_IDLE_LIMIT = Duration.ofSeconds(15);
}
