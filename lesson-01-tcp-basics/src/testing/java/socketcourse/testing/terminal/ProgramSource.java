package socketcourse.testing.terminal;

import java.time.Duration;
import java.util.function.Supplier;

/** The programs of a test by their IDs, as a cast has an actor for each role; and how long one waits for them. */
public interface ProgramSource {

    /** What starts as the program with this ID. */
    Program program(String id);

    /** How long to wait for what must come, from now on. */
    Patience patience(Supplier<Patience.Activity> activity);

    /** Our own programs of the lesson with this package. */
    static ProgramSource ours(String lesson) {
        return new ProgramSource() {

            @Override
            public Program program(String id) {
                return ReferenceProgram.of(lesson, id, id);
            }

            @Override
            public Patience patience(Supplier<Patience.Activity> activity) {
                return new Patience(Patience.LONGEST, Patience.LONGEST,
                        () -> new Patience.Activity(Duration.ZERO, 0, () -> false));
            }
        };
    }
}
