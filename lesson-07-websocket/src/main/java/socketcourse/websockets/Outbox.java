package socketcourse.websockets;

import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.CloseReason.CloseCodes;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.memory.CompositeBuffer;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;

/**
 * The frames that wait for one client. Nobody waits to put one in: whoever is more than {@value #LIMIT} bytes behind is
 * told 1013 (try again later) in their place. After a close frame no other follows (RFC 6455, section 5.5.1).
 */
final class Outbox extends Writer {

    static final int LIMIT = 4 << 20;

    /** How much goes out in one write, at least one frame. */
    private static final int BATCH = 1 << 16;

    private final Connection<?> connection;
    private final Consumer<Outbox> onClosing;
    private final Queue<ByteBuffer> frames = new ArrayDeque<>();
    private int waiting;
    private boolean open;
    private boolean writing;
    private boolean closing;
    private boolean hangUp;

    /**
     * An outbox, closed until {@link #open()}: it collects meanwhile.
     *
     * @param connection where the frames go
     * @param onClosing  is told when the close frame is in it
     */
    Outbox(Connection<?> connection, Consumer<Outbox> onClosing) {
        this.connection = connection;
        this.onClosing = onClosing;
    }

    /** The client has its answer to the handshake: frames may go out. */
    void open() {
        synchronized (this) {
            open = true;
        }
        writeNext();
    }

    /** Whether the client has been told goodbye. */
    synchronized boolean isClosing() {
        return closing;
    }

    /**
     * Puts a frame in. After a goodbye it is dropped.
     *
     * @param frame its bytes, which may be in other outboxes, too
     */
    void send(ByteBuffer frame) {
        boolean behind;
        var goodbye = Frames.isClose(frame);
        synchronized (this) {
            if (closing) {
                return;
            }
            behind = waiting > 0 && waiting + frame.remaining() > LIMIT;
            if (behind) {
                waiting -= frames.stream().mapToInt(ByteBuffer::remaining).sum();
                frames.clear();
            }
            add(behind ? Frames.close(CloseCodes.TRY_AGAIN_LATER) : frame.duplicate());
            closing = behind || goodbye;
        }
        if (behind || goodbye) {
            onClosing.accept(this);
        }
        writeNext();
    }

    private void add(ByteBuffer frame) {
        frames.add(frame);
        waiting += frame.remaining();
    }

    /** Says goodbye. */
    void close(CloseCode code) {
        send(Frames.close(code));
    }

    private void writeNext() {
        int length;
        CompositeBuffer batch;
        synchronized (this) {
            if (!open || writing) {
                return;
            }
            if (frames.isEmpty()) {
                if (hangUp) {
                    connection.closeSilently();
                }
                return;
            }
            writing = true;
            batch = CompositeBuffer.newBuffer(connection.getMemoryManager());
            do {
                batch.append(Buffers.wrap(connection.getMemoryManager(), frames.remove()));
            } while (!frames.isEmpty() && batch.remaining() + frames.peek().remaining() <= BATCH);
            length = batch.remaining();
        }
        write(connection, batch, length);
    }

    private <L> void write(Connection<L> client, Buffer batch, int length) {
        client.write(batch, new EmptyCompletionHandler<WriteResult<Buffer, L>>() {
            @Override
            public void completed(WriteResult<Buffer, L> result) {
                synchronized (Outbox.this) {
                    writing = false;
                    waiting -= length;
                }
                writeNext();
            }
        });
    }

    /** Tyrus's way in. A frame in the outbox is sent, as far as anybody waits for it. */
    @Override
    public void write(ByteBuffer frame, CompletionHandler<ByteBuffer> completion) {
        send(frame);
        completion.completed(frame);
    }

    /** Hangs up when everything is out. */
    @Override
    public void close() {
        synchronized (this) {
            hangUp = true;
        }
        writeNext();
    }

    /** Hangs up now. */
    void terminate() {
        connection.terminateSilently();
    }
}
