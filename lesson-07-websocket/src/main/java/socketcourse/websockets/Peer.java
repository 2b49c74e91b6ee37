package socketcourse.websockets;

import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.CloseReason.CloseCodes;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.ConnectionProbe;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.nio.NIOConnection;

/**
 * One client's connection, and what makes the server end it: silence, a message that is too long, a frame against the
 * rules, or not reading what it is sent.
 */
final class Peer extends ConnectionProbe.Adapter {

    /** Between two looks at a client; a silent one is gone 40 s after its last sign of life at the latest. */
    static final int BEAT_SECONDS = 5;
    private static final long PING_AFTER = TimeUnit.SECONDS.toNanos(15);
    private static final long GONE_AFTER = TimeUnit.SECONDS.toNanos(35);

    /** The longest message, in bytes. */
    private static final int MAX_MESSAGE = 1 << 20;

    /** How many bytes may wait for a client, beside the last message, and how long it may read nothing of them. */
    private static final int ROOM = 1 << 18;
    private static final long STALLED_AFTER = TimeUnit.MILLISECONDS.toNanos(500);

    private static final int CONTINUATION = 0;
    private static final int CLOSE = 8;
    private static final byte PING = (byte) 0x89;
    private static final int MASK_BYTES = 4;

    private final NIOConnection connection;
    private volatile long lastRead = System.nanoTime();
    private volatile long lastProgress = lastRead;
    private volatile boolean joined;
    private volatile boolean closing;

    /** The header of the frame that is being read: RFC 6455, section 5.2. */
    private int headerBytes;
    private int extendedLengthBytes;
    private int opcode;
    private boolean masked;
    private long length;

    /** What is still to come of that frame, and what has come of its message. */
    private long payloadLeft;
    private long messageLength;

    Peer(Connection<?> connection) {
        this.connection = (NIOConnection) connection;
        connection.getMonitoringConfig().addProbes(this);
    }

    /** The client has its 101: from now on it speaks WebSocket. */
    void join() {
        joined = true;
    }

    boolean hasJoined() {
        return joined;
    }

    /** The client has its close frame: from now on it is told nothing more. */
    boolean isClosing() {
        return closing;
    }

    /**
     * Reads the headers of the frames that came, cuts off the first one against the rules and all that follows, and
     * closes the connection then.
     *
     * @param frames what came, not necessarily whole frames
     * @return whether something is left
     */
    boolean accepts(Buffer frames) {
        lastRead = closing ? lastRead : System.nanoTime();
        var end = closing ? frames.position() : frames.limit();
        var frameStart = frames.position();
        for (var at = frames.position(); at < frames.limit(); ) {
            if (payloadLeft > 0) {
                var skipped = (int) Math.min(payloadLeft, frames.limit() - at);
                payloadLeft -= skipped;
                at += skipped;
                continue;
            }
            frameStart = headerBytes == 0 ? at : frameStart;
            if (!completesHeader(frames.get(at++) & 0xFF)) {
                continue;
            }
            if (closing && opcode == CLOSE) {
                connection.closeSilently();
            }
            if (!closing && !masked) {
                end = frameStart;
                close(CloseCodes.PROTOCOL_ERROR);
            }
            if (!closing && (length < 0 || messageLength > MAX_MESSAGE)) {
                end = frameStart;
                close(CloseCodes.TOO_BIG);
            }
        }
        frames.limit(end);
        return frames.hasRemaining();
    }

    private boolean completesHeader(int next) {
        switch (headerBytes++) {
            case 0 -> opcode = next & 0x0F;
            case 1 -> {
                masked = (next & 0x80) != 0;
                length = next & 0x7F;
                extendedLengthBytes = length == 126 ? 2 : length == 127 ? 8 : 0;
                length = extendedLengthBytes == 0 ? length : 0;
            }
            default -> length = length << 8 | next;
        }
        if (headerBytes < 2 + extendedLengthBytes) {
            return false;
        }
        headerBytes = 0;
        payloadLeft = masked ? MASK_BYTES + length : length;
        if (opcode < CLOSE) {
            messageLength = length + (opcode == CONTINUATION ? messageLength : 0);
        }
        return true;
    }

    /** Says goodbye, and lets the client answer: to hang up on what it still sends would take the goodbye from it. */
    void close(CloseCode code) {
        write((byte) (0x80 | CLOSE), (byte) 2, (byte) (code.getCode() >> 8), (byte) code.getCode());
        closing = true;
    }

    /** Waits until the client has room for another message, or ends the connection if it reads nothing meanwhile. */
    void awaitRoom() {
        var queue = connection.getAsyncWriteQueue();
        if (queue.isEmpty()) {
            lastProgress = System.nanoTime();
        }
        while (queue.spaceInBytes() > ROOM && connection.isOpen()) {
            if (System.nanoTime() - lastProgress > STALLED_AFTER) {
                connection.terminateSilently();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    /** Asks a silent client whether it is there, and ends the connection of one that does not answer. */
    void beat() {
        var silence = System.nanoTime() - lastRead;
        if (silence > GONE_AFTER) {
            connection.terminateSilently();
        } else if (silence > PING_AFTER && joined && !closing) {
            write(PING, (byte) 0);
        }
    }

    /** Waits until the connection is closed, or the time is over, and then ends it. */
    void awaitClose(long nanos) {
        try {
            connection.closeFuture().get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException | InterruptedException e) {
            connection.terminateSilently();
        }
    }

    private void write(byte... frame) {
        connection.write(Buffers.wrap(connection.getMemoryManager(), frame));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void onWriteEvent(Connection connection, Buffer data, long size) {
        lastProgress = System.nanoTime();
    }
}
