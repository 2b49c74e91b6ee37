package socketcourse.testing.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.function.Predicate;

/** The output of a program so far, as UTF-8 text that only grows. */
public final class CapturedOutput {

    private static final int INTERVAL_MILLIS = 100;

    private final StringBuilder text = new StringBuilder();
    private final int limit;
    private final Object changes;
    private boolean ended;

    /** Read without the lock: a thread that waits for one output also measures the activity of others. */
    private volatile int length;

    /**
     * Starts to read an output.
     *
     * @param limit   the number of characters to keep; the rest is read and dropped
     * @param changes is notified of each change, because a condition may depend on stdout and stderr
     */
    CapturedOutput(InputStream output, int limit, Object changes) {
        this.limit = limit;
        this.changes = changes;
        var reader = new Thread(() -> read(output), "captured output");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(InputStream output) {
        var buffer = new char[8192];
        try (var reader = new InputStreamReader(output, UTF_8)) {
            int count;
            while ((count = reader.read(buffer)) != -1) {
                append(buffer, count);
            }
        } catch (IOException e) {
            // The program was killed while it wrote.
        }
        end();
    }

    private void append(char[] buffer, int count) {
        synchronized (changes) {
            if (!isFull()) {
                text.append(buffer, 0, count);
                length = text.length();
                changes.notifyAll();
            }
        }
    }

    private void end() {
        synchronized (changes) {
            ended = true;
            changes.notifyAll();
        }
    }

    /** Returns the text, with {@code \n} at the end of each line. */
    public String text() {
        synchronized (changes) {
            return text.toString().replace(System.lineSeparator(), "\n");
        }
    }

    /** Returns whether more came than is kept. */
    public boolean isFull() {
        return length >= limit;
    }

    /** Waits until the text meets a condition, or is complete, or the timeout expires. */
    public void await(Predicate<String> condition, IdleTimeout timeout) {
        synchronized (changes) {
            try {
                while (!ended && !condition.test(text()) && !timeout.isOver()) {
                    changes.wait(INTERVAL_MILLIS);
                }
            } catch (InterruptedException e) {
                throw new AssertionError("interrupted while reading the output", e);
            }
        }
    }

    /** Waits until the output is complete, or the timeout expires. */
    public void awaitEnd(IdleTimeout timeout) {
        await(text -> false, timeout);
    }

    /** Returns the number of characters so far. */
    public long length() {
        return length;
    }
}
