package socketcourse.websockets;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;

/**
 * The queue of frames for one client. Adding a frame never blocks. Above {@value #LIMIT} queued bytes, the queue is
 * dropped and the client closed with 1013 (try again later). No frame follows a close frame (RFC 6455, section 5.5.1).
 */
final class Outbox extends Writer {

    static final int LIMIT = 4 << 20;

    /** The size of one write in bytes, unless a single frame is longer. */
    private static final int BATCH = 1 << 16;

    private final Connection<?> connection;
    private final Executor writer;
    private final Consumer<CloseReason> onClosing;
    private final Queue<ByteBuffer> frames = new ArrayDeque<>();
    private int waiting;
    private boolean open;
    private boolean scheduled;
    private boolean writing;
    private boolean closing;
    private boolean finished;

    /**
     * Creates a queue that keeps its frames until {@link #open()}.
     *
     * @param connection the connection to the client
     * @param writer     sends the frames that are for many clients
     * @param onClosing  called when the close frame is queued
     */
    Outbox(Connection<?> connection, Executor writer, Consumer<CloseReason> onClosing) {
        this.connection = connection;
        this.writer = writer;
        this.onClosing = onClosing;
    }

    /** Starts sending. The response to the handshake must be sent before. */
    void open() {
        synchronized (this) {
            open = true;
        }
        writeNext();
    }

    /** Returns whether the close frame is queued or sent. */
    synchronized boolean isClosing() {
        return closing;
    }

    /**
     * Queues a frame, or drops it after a close frame. Another thread sends it, in one write with the frames that have
     * been queued by then.
     *
     * @param frame the bytes, which other queues may share
     */
    void send(ByteBuffer frame) {
        add(frame);
        synchronized (this) {
            if (!open || scheduled || writing) {
                return;
            }
            scheduled = true;
        }
        writer.execute(() -> {
            synchronized (this) {
                scheduled = false;
            }
            writeNext();
        });
    }

    private void add(ByteBuffer frame) {
        var next = frame;
        boolean isClose;
        synchronized (this) {
            if (closing) {
                return;
            }
            if (waiting > 0 && waiting + frame.remaining() > LIMIT) {
                waiting -= frames.stream().mapToInt(ByteBuffer::remaining).sum();
                frames.clear();
                next = Frames.close(new CloseReason(CloseCodes.TRY_AGAIN_LATER, "client trop lent"));
            }
            isClose = Frames.isClose(next);
            closing = isClose;
            frames.add(next.duplicate());
            waiting += next.remaining();
        }
        if (isClose) {
            onClosing.accept(Frames.closeReason(next));
        }
    }

    /** Queues a close frame. */
    void close(CloseReason reason) {
        send(Frames.close(reason));
    }

    private void writeNext() {
        int length;
        Buffer batch = null;
        synchronized (this) {
            if (!open || writing) {
                return;
            }
            if (frames.isEmpty()) {
                if (finished) {
                    connection.closeSilently();
                }
                return;
            }
            writing = true;
            var memory = connection.getMemoryManager();
            do {
                batch = Buffers.appendBuffers(memory, batch, Buffers.wrap(memory, frames.remove()));
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

    /** Sends a frame of Tyrus, which is for this client only, without a change of threads. */
    @Override
    public void write(ByteBuffer frame, CompletionHandler<ByteBuffer> completion) {
        add(frame);
        writeNext();
        // Tyrus may go on at once, because the queue is bounded.
        completion.completed(frame);
    }

    /** Closes the connection when the queue is sent. */
    @Override
    public void close() {
        synchronized (this) {
            finished = true;
        }
        writeNext();
    }

    /** Closes the connection without sending the queue. */
    void terminate() {
        connection.terminateSilently();
    }
}
