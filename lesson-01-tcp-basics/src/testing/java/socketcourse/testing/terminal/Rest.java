package socketcourse.testing.terminal;

import java.time.Duration;

/**
 * The moment from which a program has done nothing for a while: no processor has worked for it. Where the system tells
 * (Linux), to wait for a processor is no rest: on a busy machine, it comes later. Who can be woken by its keyboard only
 * needs the shortest one.
 */
public final class Rest {

    /** How long to wait until the next look: the shortest rest. */
    public static final Duration LOOK = Duration.ofMillis(50);

    /** The rest of a program that may look at its keyboard, or at a variable, a few times a second. */
    static final Duration LONG = Duration.ofMillis(300);

    /** Who has used as much will find no rest. */
    private static final Duration ENOUGH = Duration.ofSeconds(1);

    private final ProcessTree tree;
    private final Duration length;
    private final long begin = System.nanoTime();
    private final Duration end;
    private Duration work;
    private long lastLook = begin;
    private long lastWork = begin;

    /**
     * The rest of a program, from now on.
     *
     * @param length how long it does nothing
     */
    Rest(ProcessTree tree, Duration length) {
        this.tree = tree;
        this.length = length;
        this.work = tree.processorTime();
        this.end = work.plus(ENOUGH);
    }

    /** Tells whether it has come, or never will; ask it a few times a second. */
    public boolean hasCome() {
        var now = System.nanoTime();
        if (now - lastLook < LOOK.toNanos()) {
            return false;
        }
        lastLook = now;
        var before = work;
        work = tree.processorTime();
        if (!work.equals(before) || tree.isHeldBack()) {
            lastWork = now;
        }
        var quiet = now - lastWork;
        return quiet >= length.toNanos() || quiet >= LOOK.toNanos() && tree.waitsForKeyboardOnly()
                || work.compareTo(end) > 0 || now - begin > Patience.LONGEST.toNanos();
    }
}
