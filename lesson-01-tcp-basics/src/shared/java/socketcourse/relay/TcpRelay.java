package socketcourse.relay;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Carries TCP connections between a client and a server: the bytes, and the FIN or RST (RFC 9293, sections 3.6 and
 * 3.5.2) of each end. One thread per direction reads and forwards. The relay preserves back-pressure: if one end stops
 * reading, the other blocks. Data sent before a reset is delivered before the reset.
 *
 * <p>An RST after a FIN is noticed at the next write to that end, because a read sees only the FIN.
 */
public final class TcpRelay {

    /** Observes what one end sends, before it is forwarded. Called by one thread at a time. */
    public interface Tap {

        /** The end sent the first {@code length} bytes of the buffer. */
        void bytes(byte[] buffer, int length);

        /** The end sends no more data. */
        void fin();

        /** The end reset the connection. */
        void rst();
    }

    /** The largest number of bytes in one read. */
    public static final int LARGEST_READ = 65_536;

    private final int readSize;
    private final int pause;

    /**
     * Creates a relay.
     *
     * @param readSize the largest piece that is forwarded, in bytes
     * @param pause    how long each piece is held, in milliseconds; bytes that arrive meanwhile join it if they fit
     */
    public TcpRelay(int readSize, int pause) {
        this.readSize = readSize;
        this.pause = pause;
    }

    /**
     * Carries one connection until both directions have ended, and closes both sockets.
     *
     * @throws IOException if a socket is closed already
     */
    public void carry(Socket client, Tap fromClient, Socket server, Tap fromServer)
            throws IOException, InterruptedException {
        // Otherwise Nagle's algorithm (RFC 9293, section 3.7.4) would join a piece with the next one.
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        var clientEnd = new End(client, fromClient);
        var serverEnd = new End(server, fromServer);
        var isReset = new AtomicBoolean();
        var back = new Thread(() -> pass(serverEnd, clientEnd, isReset));
        back.start();
        pass(clientEnd, serverEnd, isReset);
        back.join();
        client.close();
        server.close();
    }

    /** Closes a socket with RST instead of FIN. */
    public static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // The connection is reset already.
        }
    }

    private void pass(End from, End to, AtomicBoolean isReset) {
        var buffer = new byte[readSize];
        try {
            int length;
            while ((length = from.read(buffer)) != -1) {
                if (pause > 0) {
                    TimeUnit.MILLISECONDS.sleep(pause);
                    length += from.readMore(buffer, length);
                }
                if (isReset.get()) {
                    return;
                }
                from.tap.bytes(buffer, length);
                to.write(buffer, length);
            }
            from.tap.fin();
            to.shutdownOutput();
        } catch (BrokenException e) {
            // A thread that still reads from this end forwards the earlier data first, and then reports the reset.
            var isLeftToReader = e.isRead && !from.stopReading();
            // One direction reports the reset, because closing both sockets makes the other one fail, too.
            if (!isLeftToReader && isReset.compareAndSet(false, true)) {
                e.end.tap.rst();
                reset(from.socket);
                reset(to.socket);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("no code interrupts this thread", e);
        }
    }

    /** One of the two ends of the connection. */
    private static final class End {

        final Socket socket;
        final Tap tap;
        private final ReentrantLock writing = new ReentrantLock();
        private boolean isBroken;
        private boolean isRead = true;

        End(Socket socket, Tap tap) {
            this.socket = socket;
            this.tap = tap;
        }

        int read(byte[] buffer) throws BrokenException, InterruptedException {
            try {
                var length = socket.getInputStream().read(buffer);
                if (length == -1 && isBrokenForWriter()) {
                    throw new BrokenException(this, false);
                }
                return length;
            } catch (IOException e) {
                throw new BrokenException(this, false);
            }
        }

        /** Reads the bytes that are available into the buffer after {@code length}; the next read reports an error. */
        int readMore(byte[] buffer, int length) {
            try {
                var stream = socket.getInputStream();
                return stream.read(buffer, length, Math.min(stream.available(), buffer.length - length));
            } catch (IOException e) {
                return 0;
            }
        }

        void write(byte[] buffer, int length) throws BrokenException {
            writing.lock();
            try {
                socket.getOutputStream().write(buffer, 0, length);
            } catch (IOException e) {
                throw new BrokenException(this, markBroken());
            } finally {
                writing.unlock();
            }
        }

        void shutdownOutput() throws BrokenException {
            try {
                socket.shutdownOutput();
            } catch (IOException e) {
                throw new BrokenException(this, markBroken());
            }
        }

        /** Marks this end as not writable; returns whether a thread still reads from it. */
        private synchronized boolean markBroken() {
            isBroken = true;
            return isRead;
        }

        /** Marks this end as no longer read; returns whether it is broken. */
        synchronized boolean stopReading() {
            isRead = false;
            return isBroken;
        }

        /** The system reports an RST to one thread only; to the other thread it looks like a FIN. */
        private boolean isBrokenForWriter() throws InterruptedException {
            if (writing.tryLock(1, TimeUnit.SECONDS)) {
                writing.unlock();
            }
            return stopReading();
        }
    }

    /** An end reset the connection. */
    private static final class BrokenException extends Exception {

        private static final long serialVersionUID = 1;
        private final transient End end;
        private final boolean isRead;

        /** Creates the exception; {@code isRead} states whether another thread still reads from the end. */
        BrokenException(End end, boolean isRead) {
            this.end = end;
            this.isRead = isRead;
        }
    }
}
