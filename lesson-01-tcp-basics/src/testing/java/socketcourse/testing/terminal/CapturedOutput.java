package socketcourse.testing.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.function.Predicate;

/** What a program has written so far, as UTF-8 text that only grows. */
public final class CapturedOutput {

    private static final int LOOK_MILLIS = 100;

    private final StringBuilder text = new StringBuilder();
    private final int limit;
    private boolean ended;

    /** The screen of an output; what comes after that many characters is thrown away. */
    CapturedOutput(InputStream output, int limit) {
        this.limit = limit;
        var reader = new Thread(() -> read(output), "screen");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(InputStream output) {
        var buffer = new char[8192];
        try (var reader = new InputStreamReader(output, UTF_8)) {
            int length;
            while ((length = reader.read(buffer)) != -1) {
                synchronized (this) {
                    if (!isFull()) {
                        text.append(buffer, 0, length);
                        notifyAll();
                    }
                }
            }
        } catch (IOException e) {
            // Killed while it wrote: what came is what there is.
        }
        synchronized (this) {
            ended = true;
            notifyAll();
        }
    }

    /** The text, {@code \n} at the end of each line. */
    synchronized String text() {
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    /** Tells whether more came than is kept. */
    public synchronized boolean isFull() {
        return text.length() >= limit;
    }

    /** Waits until the text is as wished, or can no longer become so, or patience is over. */
    synchronized void await(Predicate<String> wish, Patience patience) {
        try {
            while (!ended && !wish.test(text()) && !patience.isOver()) {
                wait(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted while reading the screen", e);
        }
    }

    void awaitEnd(Patience patience) {
        await(text -> false, patience);
    }

    synchronized long length() {
        return text.length();
    }
}
