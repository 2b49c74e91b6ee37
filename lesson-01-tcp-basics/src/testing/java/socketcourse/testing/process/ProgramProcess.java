package socketcourse.testing.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** A program that was started: its process, its stdin, its stdout and its stderr. */
public final class ProgramProcess {

    /** A program that looks at its stdin or at a variable several times a second is at rest after this time. */
    private static final Duration REST = Duration.ofMillis(300);

    private final Process process;
    private final ProcessTree tree;
    private final OutputStream keyboard;
    private final CapturedOutput output;
    private final CapturedOutput errors;
    private final Consumer<Process> killer;
    private volatile String fault;

    /**
     * A started program.
     *
     * @param process   its process
     * @param keyboard  its stdin; {@code close} does what Ctrl-D does
     * @param maxOutput the number of characters to keep of stdout and of stderr
     * @param killer    ends the process and all that it has started
     */
    public ProgramProcess(Process process, OutputStream keyboard, int maxOutput, Consumer<Process> killer) {
        this.process = process;
        this.keyboard = keyboard;
        this.tree = new ProcessTree(process.toHandle());
        var changes = new Object();
        this.output = new CapturedOutput(process.getInputStream(), maxOutput, changes);
        this.errors = new CapturedOutput(process.getErrorStream(), maxOutput, changes);
        this.killer = killer;
    }

    public CapturedOutput output() {
        return output;
    }

    public CapturedOutput errors() {
        return errors;
    }

    /** Writes a line to stdin; returns false if the program does not read it any more. */
    public boolean type(String line) {
        try {
            keyboard.write((line + "\n").getBytes(UTF_8));
            keyboard.flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends stdin, as Ctrl-D does. */
    public void endInput() {
        try {
            keyboard.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks the program to end, as Ctrl-C does. */
    public void interrupt() {
        process.destroy();
    }

    /** Ends the program and all that it has started. */
    public void kill() {
        killer.accept(process);
    }

    /** Ends the program because of a fault that a report must name. */
    public void stop(String reason) {
        fault = reason;
        kill();
    }

    /** Returns the reason for which the program was stopped, if it was. */
    public Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Returns the number of processes that the program has started and that still run. */
    public long children() {
        return process.descendants().count();
    }

    /** Returns the exit status of a program that has ended. */
    public int exitStatus() {
        return process.exitValue();
    }

    /** Waits for the end of the program, at most for the given time; returns whether it has ended. */
    public boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), MILLISECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted while waiting for the end of a program", e);
        }
    }

    /** Waits until the program ends or comes to rest. */
    public void awaitRest() {
        var rest = untilRest(REST);
        while (!endsWithin(IdleTimeout.REST_INTERVAL) && !rest.isOver()) {
            // The program still works.
        }
    }

    /** A timeout that expires when the program has been idle for a short time. */
    public IdleTimeout untilShortRest() {
        return untilRest(IdleTimeout.REST_INTERVAL);
    }

    private IdleTimeout untilRest(Duration idle) {
        return IdleTimeout.untilRest(idle, this::activity);
    }

    /** Returns the activity of the program and of all that it has started. */
    public IdleTimeout.Activity activity() {
        return new IdleTimeout.Activity(tree.processorTime(), output.length() + errors.length(), tree::isRunnable);
    }

    /** Returns whether the program may have a socket. */
    public boolean mayHaveSocket() {
        return tree.mayHaveSocket();
    }

    /** Returns whether a socket belongs to the program; true where the system does not tell. */
    public boolean hasSocket(String inode) {
        return tree.hasSocket(inode);
    }
}
