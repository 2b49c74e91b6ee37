package socketcourse.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.function.Predicate;

/** What a program has written so far, as UTF-8 text that only grows. */
final class Screen {

    private final StringBuilder text = new StringBuilder();
    private boolean ended;

    Screen(InputStream output) {
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
                    text.append(buffer, 0, length);
                    notifyAll();
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

    /** The text, {@code A} in the place of an address as the course prints it, {@code \n} at the end of each line. */
    synchronized String text() {
        return text.toString().replace(System.lineSeparator(), "\n").replaceAll("\\('127\\.0\\.0\\.1', \\d+\\)", "A");
    }

    /** Waits until the text is as wished, or can no longer become so, or {@link Terminal#PATIENCE} is over. */
    synchronized void await(Predicate<String> wish) {
        var deadline = System.nanoTime() + Terminal.PATIENCE.toNanos();
        try {
            for (var left = Terminal.PATIENCE; !ended && !wish.test(text()) && left.toMillis() > 0; ) {
                wait(left.toMillis());
                left = Duration.ofNanos(deadline - System.nanoTime());
            }
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted while reading the screen", e);
        }
    }

    void awaitEnd() {
        await(text -> false);
    }
}
