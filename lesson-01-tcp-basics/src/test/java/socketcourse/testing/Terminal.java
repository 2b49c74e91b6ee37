package socketcourse.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A terminal with one running program in it: a keyboard to type on, a screen to read, and the errors apart from it.
 * Every wait ends after {@link #PATIENCE}, and the test fails then.
 */
public final class Terminal {

    /** How long a test waits for what must come, on the slowest and busiest of machines. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String name;
    private final int port;
    private final Process process;
    private final Screen screen;
    private final Screen errors;
    private final StringBuilder typed = new StringBuilder();

    Terminal(String name, int port, ProcessBuilder program) throws IOException {
        this.name = name;
        this.port = port;
        this.process = program.start();
        this.screen = new Screen(process.getInputStream());
        this.errors = new Screen(process.getErrorStream());
    }

    /** The port that the program was told to use. */
    public int port() {
        return port;
    }

    /** Types a line and Enter. */
    public void type(String line) {
        typed.append(line).append('\n');
        try {
            process.getOutputStream().write((line + "\n").getBytes(UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException("nobody reads the keyboard of " + name, e);
        }
    }

    /** Ends the keyboard's input, as Ctrl-D does. */
    public void endInput() {
        typed.append("^D");
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills the program without a chance to say goodbye, as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Asks the program to end, as Ctrl-C does. */
    public void interrupt() {
        process.destroy();
    }

    /** Waits for the program to end, in whatever way. */
    public void ends() {
        awaitEnd();
    }

    /** Connects to the program: a client that the test itself plays. Its reads end after {@link #PATIENCE}. */
    public Socket connect() throws IOException {
        var socket = new Socket();
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    /** Waits until the whole screen is this, {@code A} standing for the address of the peer. */
    public void shows(String expected) {
        screen.await(expected::equals);
        assertThat(screen.text()).as("the screen of %s", name).isEqualTo(expected);
    }

    /** Waits until a part of the screen is like this. */
    public void showsMatch(Pattern expected) {
        showsText(expected.asPredicate());
    }

    /** Waits until the whole screen is as wished. */
    public void showsText(Predicate<String> expected) {
        screen.await(expected);
        assertThat(screen.text()).as("the screen of %s", name).matches(expected);
    }

    /** Waits for the program to end, and checks the whole screen, too. */
    public void endsShowing(String expected) {
        endsSuccessfully();
        assertThat(screen.text()).as("the screen of %s", name).isEqualTo(expected);
    }

    /** Waits for the program to end, and checks that it had no error to tell and has status 0. */
    public void endsSuccessfully() {
        awaitEnd();
        assertThat(errors.text()).as("the errors of %s", name).isEmpty();
        assertThat(process.exitValue()).as("the exit status of %s", name).isZero();
    }

    /** Waits for the program to end, and checks that it says why in one line and has status 1. */
    public String endsInError() {
        awaitEnd();
        assertThat(errors.text()).as("the errors of %s", name).matches("[^\n]+\n");
        assertThat(process.exitValue()).as("the exit status of %s", name).isEqualTo(1);
        return errors.text();
    }

    /** What the program has shown so far, or in all once it ended, {@code A} standing for the address of the peer. */
    public String screen() {
        return screen.text();
    }

    private void awaitEnd() {
        try {
            assertThat(process.waitFor(PATIENCE.toMillis(), MILLISECONDS)).as("%s ends", name).isTrue();
            screen.awaitEnd();
            errors.awaitEnd();
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted while waiting for the end of " + name, e);
        }
    }

    /** Waits until the program listens, or fails if it ends before. */
    public void awaitListening() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!Ports.isOpen(port)) {
                assertThat(System.nanoTime()).as("%s listens on port %d in time", name, port).isLessThan(deadline);
                // Looks again in a moment, or at once when there is nobody left to wait for.
                assertThat(process.waitFor(5, MILLISECONDS)).as("%s ended before it listened", name).isFalse();
            }
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted while waiting for " + name + " to listen", e);
        }
    }

    String report() {
        return """
                --- %s, port %s, %s
                typed:
                %s
                screen:
                %s
                errors:
                %s""".formatted(name, port, process.isAlive() ? "still running" : "ended with " + process.exitValue(),
                typed, screen.text(), errors.text());
    }

    void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
