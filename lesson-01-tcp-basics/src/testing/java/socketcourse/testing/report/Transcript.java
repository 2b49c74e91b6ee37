package socketcourse.testing.report;

import java.util.ArrayList;
import java.util.List;

/** The actions of a test in their order; several threads may add to them. */
public final class Transcript {

    private final List<String> lines = new ArrayList<>();

    /** Adds a line; the details are formatted as in {@link String#format}. */
    public synchronized void note(String what, Object... details) {
        lines.add(what.formatted(details));
    }

    @Override
    public synchronized String toString() {
        return String.join("\n", lines);
    }
}
