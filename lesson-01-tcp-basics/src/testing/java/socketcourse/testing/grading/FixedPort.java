package socketcourse.testing.grading;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import socketcourse.testing.net.SocketTable;

/**
 * The right to grade on a fixed port. All graders of a user on this machine share one lock per port, because two of
 * them would meet each other's programs.
 */
final class FixedPort implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(50);

    private static final Duration RELEASE = Duration.ofSeconds(3);

    /** TIME_WAIT lasts 60 s on Linux and 30 s on macOS (RFC 9293, section 3.4.2: at most 4 minutes). */
    private static final Duration TIME_WAIT = Duration.ofSeconds(65);

    private final FileChannel lock;

    private FixedPort(FileChannel lock) {
        this.lock = lock;
    }

    /**
     * Waits for the right to use a port, with a message if another grader has it.
     *
     * @throws IOException if the lock cannot be created on this machine
     */
    static FixedPort take(int port) throws IOException {
        var file = Path.of(System.getProperty("java.io.tmpdir"),
                "socket-course-%08x-%d.lock".formatted(System.getProperty("user.name").hashCode(), port));
        var lock = FileChannel.open(file, CREATE, WRITE);
        if (!isLocked(lock)) {
            System.out.println("Une autre correction utilise le port " + port + " : celle-ci attend.");
            while (!isLocked(lock)) {
                pause();
            }
        }
        return new FixedPort(lock);
    }

    private static boolean isLocked(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Another lesson of this build has it.
            return false;
        }
    }

    /**
     * Waits until no program listens on a port, which a killed program may hold a little longer.
     *
     * @return the port
     * @throws NotGraded if another program listens there
     */
    static int awaitClosed(int port) {
        if (!becomes(() -> !SocketTable.isOpen(port), RELEASE)) {
            throw new NotGraded("Le port %s est pris par un autre programme : arrêtez-le et réessayez."
                    .formatted(port));
        }
        return port;
    }

    /**
     * Waits until a server without SO_REUSEADDR can bind a port: nobody listens there, and no connection of it is in
     * TIME_WAIT.
     *
     * @return the port
     * @throws NotGraded if another program listens there
     */
    static int awaitFree(int port) {
        awaitClosed(port);
        if (!becomes(() -> SocketTable.isFree(port), RELEASE)) {
            System.out.println("Le système réserve encore le port " + port + " (TIME_WAIT) : attente d'une minute.");
            if (!becomes(() -> SocketTable.isFree(port), TIME_WAIT)) {
                throw new NotGraded("Le port %s n'est pas libre : réessayez dans une minute.".formatted(port));
            }
        }
        return port;
    }

    private static boolean becomes(BooleanSupplier condition, Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        LockSupport.parkNanos(INTERVAL.toNanos());
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
