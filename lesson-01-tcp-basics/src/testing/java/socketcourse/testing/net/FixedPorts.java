package socketcourse.testing.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;

/** The ports that answers insist on: of a user's runs that grade at the same time, one has each. */
public final class FixedPorts {

    /** A file in which each byte stands for a port; it stays empty. */
    private static final Path FILE = Path.of(System.getProperty("java.io.tmpdir"),
            "socket-course-%08x".formatted(System.getProperty("user.name").hashCode()));

    /** Open to the end of this run: whoever closes a file loses all its locks on it (POSIX, fcntl). */
    private static FileChannel file;

    private FixedPorts() {
    }

    /**
     * Waits until no other run has the port, and says so if one has it.
     *
     * @param port a port that nobody else in this run asks for
     * @return this run's right to it, until it is released
     * @throws IOException if that cannot be told here
     */
    public static FileLock take(int port) throws IOException {
        var lock = file().tryLock(port, 1, false);
        if (lock == null) {
            new PrintStream(System.out, true, UTF_8)
                    .println("Un autre Maven note sur le port " + port + " : celui-ci attend.");
            lock = file().lock(port, 1, false);
        }
        return lock;
    }

    private static synchronized FileChannel file() throws IOException {
        if (file == null) {
            file = FileChannel.open(FILE, CREATE, WRITE);
        }
        return file;
    }
}
