package socketcourse.testing.report;

import java.util.ArrayList;
import java.util.List;

/** What a test has done, in its order; its terminals and its peers write here, each in a thread of its own. */
public final class Transcript {

    private final List<String> lines = new ArrayList<>();

    /** Adds a line, as {@link String#format} makes it. */
    public synchronized void note(String what, Object... details) {
        lines.add(what.formatted(details));
    }

    @Override
    public synchronized String toString() {
        return String.join("\n", lines);
    }
}
