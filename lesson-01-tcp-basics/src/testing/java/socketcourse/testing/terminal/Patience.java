package socketcourse.testing.terminal;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * How long a test waits for one thing. What hangs is known by doing nothing: no processor time, no byte. What does
 * something else without end is known by the processor time that it has used. Both are the same on a busy machine; the
 * clock on the wall ends only what escapes them.
 */
public final class Patience {

    /** How long at most, on the slowest and busiest of machines. */
    public static final Duration LONGEST = Duration.ofMinutes(2);

    private static final long LOOK_NANOS = Duration.ofMillis(200).toNanos();

    /** A program that waits may use as much, in housekeeping. */
    private static final Duration NEGLIGIBLE = Duration.ofMillis(50);

    /**
     * What programs have done so far.
     *
     * @param work       the processor time that they have used
     * @param bytes      the bytes that came from them
     * @param isHeldBack whether one of them would go on at this moment, were there a processor or a disk for it
     */
    public record Activity(Duration work, long bytes, BooleanSupplier isHeldBack) {

        boolean isMoreThan(Activity earlier) {
            return bytes != earlier.bytes || work.minus(earlier.work).abs().compareTo(NEGLIGIBLE) > 0;
        }
    }

    private final Duration quiet;
    private final Duration work;
    private final Supplier<Activity> activity;
    private final long begin = System.nanoTime();
    private final Activity first;
    private Activity last;
    private long lastLook = begin;
    private long quietNanos;

    /**
     * Patience that begins now.
     *
     * @param quiet    how long may pass in which nothing is done
     * @param work     how much processor time may be used
     * @param activity what has been done so far
     */
    public Patience(Duration quiet, Duration work, Supplier<Activity> activity) {
        this.quiet = quiet;
        this.work = work;
        this.activity = activity;
        this.first = activity.get();
        this.last = first;
    }

    /** Tells whether there is no more to wait for; ask it a few times a second. */
    public boolean isOver() {
        var now = System.nanoTime();
        var sinceLastLook = now - lastLook;
        if (sinceLastLook < LOOK_NANOS) {
            return false;
        }
        lastLook = now;
        var current = activity.get();
        if (current.isMoreThan(last)) {
            last = current;
            quietNanos = 0;
        } else if (!current.isHeldBack.getAsBoolean()) {
            // When this test itself was held back, so were they.
            quietNanos += Math.min(sinceLastLook, 2 * LOOK_NANOS);
        }
        return quietNanos > quiet.toNanos() || now - begin > LONGEST.toNanos()
                || current.work.minus(first.work).compareTo(work) > 0;
    }
}
