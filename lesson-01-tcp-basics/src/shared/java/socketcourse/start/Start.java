package socketcourse.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Optional;

/**
 * What {@code exec:java@ID} starts: gives the program of that ID its screen and its keyboard, calls its {@code main},
 * and says in one line why it failed. No program knows of it.
 *
 * <p>The POM tells what there is to start, in the system properties {@code lesson.package}, {@code lesson.program} (the
 * ID, {@code default-cli} if there is none) and {@code lesson.port} (the port of the chapter).
 */
public final class Start {

    /** The package of the grader, which is compiled with the tests. */
    private static final String GRADING = "socketcourse.testing.grading";

    public static void main(String[] args) throws Exception {
        // Not Maven's own streams: they hold a prompt back until its line is over, and put a name before each line.
        var charset = charset(System.getProperty("os.name"),
                Optional.ofNullable(System.console()).map(Console::charset));
        System.setOut(screen(FileDescriptor.out, charset));
        System.setErr(screen(FileDescriptor.err, charset));
        var keyboard = new FileInputStream(FileDescriptor.in);
        System.setIn(charset.equals(UTF_8) ? keyboard : new Keyboard(keyboard, charset));

        var asked = System.getProperty("lesson.program");
        var id = asked.equals("default-cli") ? "server" : asked;
        var programs = new Programs(System.getProperty("lesson.package"), "socketcourse.relay", GRADING);
        var program = programs.find(id);
        if (program.isEmpty() && id.equals("grade")) {
            fail("Le correcteur n'est pas compilé. Tapez : mvn -q test-compile exec:java@grade");
        }
        if (program.isEmpty()) {
            fail("Programme inconnu : %s. Cette leçon a : %s.".formatted(id, String.join(", ", programs.ids())));
        }
        var start = System.nanoTime();
        // What escapes from any thread of the program comes here: in another group, Maven would have it.
        var threads = new ThreadGroup(id) {
            @Override
            public void uncaughtException(Thread thread, Throwable failure) {
                fail(ErrorMessage.line(failure, id, System.getProperty("host", "localhost"),
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

    /**
     * The charset of the terminal: UTF-8, whatever the locale says, except in a Windows console, which has its own.
     *
     * @param system  the name of the operating system, as in {@code os.name}
     * @param console the charset of the console; none if the program reads or writes a file or a pipe
     */
    static Charset charset(String system, Optional<Charset> console) {
        return system.startsWith("Windows") ? console.orElse(UTF_8) : UTF_8;
    }

    private static PrintStream screen(FileDescriptor terminal, Charset charset) {
        return new PrintStream(new TerminalOutput(new FileOutputStream(terminal), charset), true, UTF_8);
    }

    private static void fail(String message) {
        System.err.println(message);
        System.exit(1);
    }
}
