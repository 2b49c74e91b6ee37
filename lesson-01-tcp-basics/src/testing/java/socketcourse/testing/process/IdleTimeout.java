package socketcourse.testing.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A timeout that does not depend on the load of the machine. It expires when the observed programs have been idle for
 * some time: they used no processor and wrote no byte. It also expires when they have used too much processor time,
 * because a program that computes for ever is never idle. A limit by the clock ends the cases that escape both rules.
 *
 * <p>This is an idea of this project: other graders use the clock alone, so their verdicts depend on the load.
 */
public final class IdleTimeout {

    /** The limit by the clock: generous, for the slowest and busiest machine. */
    public static final Duration LONGEST = Duration.ofMinutes(2);

    /** The interval in which {@link #isOver()} looks at a program that may come to rest. */
    public static final Duration REST_INTERVAL = Duration.ofMillis(50);

    private static final Duration INTERVAL = Duration.ofMillis(200);

    /** Waiting programs use some processor time for housekeeping, garbage collection for example. */
    private static final Duration HOUSEKEEPING = Duration.ofMillis(50);

    /** A program that has used this much processor time does not come to rest. */
    private static final Duration NEVER_AT_REST = Duration.ofSeconds(1);

    /**
     * The activity of programs since they started.
     *
     * @param processorTime the processor time that they have used
     * @param bytes         the number of bytes that they have written
     * @param isRunnable    whether one of them is about to use a processor or a disk
     */
    public record Activity(Duration processorTime, long bytes, BooleanSupplier isRunnable) {

        private boolean exceeds(Activity earlier, Duration negligible) {
            return bytes != earlier.bytes || processorTime.minus(earlier.processorTime).abs().compareTo(negligible) > 0;
        }
    }

    private final Duration idleLimit;
    private final Duration processorLimit;
    private final Duration interval;
    private final Duration negligible;
    private final Supplier<Activity> activity;
    private final long begin = System.nanoTime();
    private final Activity first;
    private Activity last;
    private long lastSample = begin;
    private long idleNanos;

    private IdleTimeout(Duration idleLimit, Duration processorLimit, Duration interval, Duration negligible,
            Supplier<Activity> activity) {
        this.idleLimit = idleLimit;
        this.processorLimit = processorLimit;
        this.interval = interval;
        this.negligible = negligible;
        this.activity = activity;
        this.first = activity.get();
        this.last = first;
    }

    /**
     * A timeout for an event that a program must cause.
     *
     * @param idleLimit      how long the programs may be idle
     * @param processorLimit how much processor time they may use
     * @param activity       returns their activity so far
     */
    public static IdleTimeout forEvent(Duration idleLimit, Duration processorLimit, Supplier<Activity> activity) {
        return new IdleTimeout(idleLimit, processorLimit, INTERVAL, HOUSEKEEPING, activity);
    }

    /**
     * A timeout for the moment from which a program does nothing more.
     *
     * @param idleLimit how long the program must be idle
     * @param activity  returns its activity so far
     */
    public static IdleTimeout untilRest(Duration idleLimit, Supplier<Activity> activity) {
        return new IdleTimeout(idleLimit, NEVER_AT_REST, REST_INTERVAL, Duration.ZERO, activity);
    }

    /** Returns whether the timeout has expired; must be called several times a second. */
    public boolean isOver() {
        var now = System.nanoTime();
        var sinceLastSample = now - lastSample;
        if (sinceLastSample < interval.toNanos()) {
            return false;
        }
        lastSample = now;
        var current = activity.get();
        if (current.exceeds(last, negligible)) {
            last = current;
            idleNanos = 0;
        } else if (!current.isRunnable.getAsBoolean()) {
            // If this thread had to wait for a processor, the programs may have had to wait, too.
            idleNanos += Math.min(sinceLastSample, 2 * interval.toNanos());
        }
        return idleNanos >= idleLimit.toNanos() || now - begin > LONGEST.toNanos()
                || current.processorTime.minus(first.processorTime).compareTo(processorLimit) > 0;
    }
}
