package socketcourse.websockets;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;

/** Sends pings to silent clients (RFC 6455, section 5.5.2), and drops the clients that do not answer. */
final class Heartbeat implements AutoCloseable {

    private final Set<Peer> peers;
    private final Times times;
    private final ScheduledExecutorService timer = timer();

    /**
     * The times of a heartbeat.
     *
     * @param beat         the interval between two checks of a client
     * @param pingAfter    the silence after which a client is sent a ping
     * @param goneAfter    the silence after which a client is dropped
     * @param closeTimeout the time that a client has to close the connection after the server's close frame
     */
    record Times(Duration beat, Duration pingAfter, Duration goneAfter, Duration closeTimeout) {

        /** Those of the course's library: a ping after 20 s at most, and 20 s for the answer. */
        static final Times DEFAULT = new Times(Duration.ofSeconds(5), Duration.ofSeconds(15),
                Duration.ofSeconds(35), Duration.ofSeconds(10));
    }

    Heartbeat(Set<Peer> peers, Times times) {
        this.peers = peers;
        this.times = times;
        timer.scheduleWithFixedDelay(() -> peers.forEach(this::beat), times.beat.toNanos(), times.beat.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    /** Creates a timer for a server or a client. After its shutdown it drops new tasks. */
    static ScheduledExecutorService timer() {
        return new ScheduledThreadPoolExecutor(1, daemon("heartbeat"), new DiscardPolicy());
    }

    /** Returns a source of threads for which a program does not wait at its end. */
    static ThreadFactory daemon(String name) {
        return task -> {
            var thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    private void beat(Peer peer) {
        if (peer.silence() > times.goneAfter.toNanos()) {
            peer.outbox().terminate();
        } else if (peer.silence() > times.pingAfter.toNanos() && peer.hasJoined()) {
            peer.outbox().send(Frames.ping());
        }
    }

    /** Drops a client later, unless it has closed the connection by then. */
    void awaitClose(Peer peer) {
        timer.schedule(peer.outbox()::terminate, times.closeTimeout.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
