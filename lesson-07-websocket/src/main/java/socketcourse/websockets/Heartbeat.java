package socketcourse.websockets;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Asks silent clients whether they are there (RFC 6455, section 5.5.2), and hangs up on those that do not answer. */
final class Heartbeat implements AutoCloseable {

    private final Set<Peer> peers;
    private final Times times;
    private final ScheduledExecutorService timer = timer();

    /**
     * When it does what.
     *
     * @param beat      between two looks at a client
     * @param pingAfter so much silence
     * @param goneAfter so much silence
     * @param goodbye   for a client that was told goodbye, to hang up by itself
     */
    record Times(Duration beat, Duration pingAfter, Duration goneAfter, Duration goodbye) {

        /** As long as the course's library takes: a ping after 20 s at most, and 20 s for the answer. */
        static final Times DEFAULT = new Times(Duration.ofSeconds(5), Duration.ofSeconds(15),
                Duration.ofSeconds(35), Duration.ofSeconds(10));
    }

    Heartbeat(Set<Peer> peers, Times times) {
        this.peers = peers;
        this.times = times;
        timer.scheduleWithFixedDelay(() -> peers.forEach(this::beat), times.beat.toNanos(), times.beat.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    /** A timer of either end; a program that is over does not wait for it. */
    static ScheduledExecutorService timer() {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "heartbeat");
            thread.setDaemon(true);
            return thread;
        });
    }

    private void beat(Peer peer) {
        if (peer.silence() > times.goneAfter.toNanos()) {
            peer.outbox().terminate();
        } else if (peer.silence() > times.pingAfter.toNanos() && peer.hasJoined()) {
            peer.outbox().send(Frames.ping());
        }
    }

    /** Gives a client that was told goodbye time to hang up by itself. */
    void awaitGoodbye(Outbox outbox) {
        timer.schedule(outbox::terminate, times.goodbye.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
