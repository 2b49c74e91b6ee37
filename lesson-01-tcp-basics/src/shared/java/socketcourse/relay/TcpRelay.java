package socketcourse.relay;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Carries what passes on one TCP connection between a client and a server: the bytes, and the FIN or RST (RFC 9293,
 * sections 3.6 and 3.5.2) with which each of them ends. As in the chat of lesson 06, one thread waits for one end, one
 * for the other. An end that does not read is not read for: its peer waits, as it would without the relay. What an end
 * has sent before it breaks is passed on, and then the break.
 *
 * <p>An RST that comes after a FIN is noticed when something is next sent to that end: who reads sees the FIN only.
 */
public final class TcpRelay {

    /** Is told what one end sends, before it is passed on; by one thread at a time. */
    public interface Tap {

        /** So many bytes are passed on, which are at the beginning of the buffer. */
        void bytes(byte[] buffer, int length);

        /** The end sends nothing more. */
        void fin();

        /** The end broke the connection. */
        void rst();
    }

    /** At most so many bytes are read at once. */
    public static final int LARGEST_READ = 65_536;

    private final int readSize;
    private final int pause;

    /**
     * A relay.
     *
     * @param readSize at most so many bytes are passed on at once: a piece
     * @param pause    how long to keep it before, in milliseconds; what comes meanwhile joins it
     */
    public TcpRelay(int readSize, int pause) {
        this.readSize = readSize;
        this.pause = pause;
    }

    /**
     * Carries until both ends have ended, and closes both.
     *
     * @throws IOException if a socket is closed already
     */
    public void carry(Socket client, Tap fromClient, Socket server, Tap fromServer)
            throws IOException, InterruptedException {
        // What is passed on leaves at once, and is not joined with what comes next (Nagle's algorithm).
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

    /** Breaks a connection: its peer is sent RST in the place of FIN. */
    public static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // It is broken already.
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
            // Who still reads from it passes on what came before, and notices then.
            var isLeftToReader = e.isRead && !from.leave();
            // Once: it closes both sockets, so the other direction fails, too.
            if (!isLeftToReader && isReset.compareAndSet(false, true)) {
                e.end.tap.rst();
                reset(from.socket);
                reset(to.socket);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts", e);
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

        /** Reads what is there already, behind so many bytes; if the end broke, the next read says so. */
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
                throw new BrokenException(this, breaks());
            } finally {
                writing.unlock();
            }
        }

        void shutdownOutput() throws BrokenException {
            try {
                socket.shutdownOutput();
            } catch (IOException e) {
                throw new BrokenException(this, breaks());
            }
        }

        /** It takes nothing any more. Tells whether there is still who reads from it. */
        private synchronized boolean breaks() {
            isBroken = true;
            return isRead;
        }

        /** Nobody reads from it any more. Tells whether it is broken. */
        synchronized boolean leave() {
            isRead = false;
            return isBroken;
        }

        /** The system tells one thread only of an RST: to the other one it looks like a FIN, which it is not. */
        private boolean isBrokenForWriter() throws InterruptedException {
            if (writing.tryLock(1, TimeUnit.SECONDS)) {
                writing.unlock();
            }
            return leave();
        }
    }

    /** An end broke the connection. */
    private static final class BrokenException extends Exception {

        private static final long serialVersionUID = 1;
        private final transient End end;
        private final boolean isRead;

        /** Such an end, from which another thread still reads, or none. */
        BrokenException(End end, boolean isRead) {
            this.end = end;
            this.isRead = isRead;
        }
    }
}
