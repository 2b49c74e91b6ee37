package socketcourse.testing.terminal;

import java.time.Duration;

/**
 * The moment in which a program does nothing any more: no processor has worked for it for a while, and it does not wait
 * for one. On a busy machine, that comes later.
 */
public final class Rest {

    /** How long it must have done nothing. */
    public static final Duration WHILE = Duration.ofMillis(50);

    /** Who has used as much, has had its time, and will find no rest. */
    private static final Duration ENOUGH = Duration.ofSeconds(1);

    private final ProcessTree tree;
    private final Duration end;
    private Duration work;
    private long lastLook = System.nanoTime();

    Rest(ProcessTree tree) {
        this.tree = tree;
        this.work = tree.processorTime();
        this.end = work.plus(ENOUGH);
    }

    /** Tells whether it has come; ask it some times a second. */
    public boolean hasCome() {
        var now = System.nanoTime();
        if (now - lastLook < WHILE.toNanos()) {
            return false;
        }
        lastLook = now;
        var before = work;
        work = tree.processorTime();
        return work.compareTo(end) > 0 || work.equals(before) && !tree.isHeldBack();
    }
}
