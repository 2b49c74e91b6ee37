package socketcourse.start;

import java.time.Duration;
import java.util.Locale;

/**
 * The main class of {@code exec:java@ID}: opens the standard streams, calls the {@code main} of the program with that
 * ID, and reports an exception in one line. The programs do not know this class.
 *
 * <p>The POM sets the system properties {@code lesson.package}, {@code lesson.program} (the ID, or {@code default-cli}
 * if there is none) and {@code lesson.port} (the chapter's port).
 */
public final class Start {

    /** The package of the grader, which is compiled with the tests. */
    private static final String GRADING = "socketcourse.testing.grading";

    public static void main(String[] args) throws Exception {
        StandardStreams.open();
        // Otherwise %d uses the digits of the locale, in Egypt for example.
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);

        var asked = System.getProperty("lesson.program");
        var id = asked.equals("default-cli") ? "server" : asked;
        var programs = new Programs(System.getProperty("lesson.package"), "socketcourse.relay", GRADING);
        var program = programs.find(id);
        if (program.isEmpty() && id.equals("grade")) {
            fail("Le correcteur n'est pas compilé. Tapez : mvn -q test-compile exec:java@grade");
        }
        if (program.isEmpty()) {
            fail("Programme inconnu : %s. Programmes de cette leçon : %s."
                    .formatted(id, String.join(", ", programs.ids())));
        }
        var start = System.nanoTime();
        // The program has its own group, because exec-maven-plugin handles uncaught exceptions in its own way.
        var threads = new ThreadGroup(id) {
            @Override
            public void uncaughtException(Thread thread, Throwable cause) {
                fail(ErrorMessage.line(cause, id, System.getProperty("host", "localhost"),
                        System.getProperty("port", System.getProperty("lesson.port")),
                        Duration.ofNanos(System.nanoTime() - start).toSeconds()));
            }
        };
        new Thread(threads, () -> {
            try {
                program.get().invoke(null, (Object) args);
            } catch (ReflectiveOperationException e) {
                threads.uncaughtException(Thread.currentThread(), e);
            }
        }).start();
    }

    private static void fail(String message) {
        System.err.println(message);
        System.exit(1);
    }
}
