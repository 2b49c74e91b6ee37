package socketcourse.websockets;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The client's endpoint: keeps the texts that the program has not read yet, in order, and then the reason for the end.
 * When it is full, Tyrus waits, the data that follows stays in TCP's buffers, and the server has to wait, too.
 */
final class Inbox extends Endpoint {

    /** The number of texts that it can hold. */
    static final int ROOM = 16;

    private final Function<CloseReason, IOException> explanation;
    private final Queue<String> texts = new ArrayDeque<>();
    private IOException end;
    private boolean closed;

    /**
     * An empty inbox.
     *
     * @param explanation turns the reason for which a connection ended into the exception that the program gets
     */
    Inbox(Function<CloseReason, IOException> explanation) {
        this.explanation = explanation;
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        session.addMessageHandler(String.class, (MessageHandler.Whole<String>) this::put);
    }

    @Override
    public synchronized void onClose(Session session, CloseReason reason) {
        end = explanation.apply(reason);
        notifyAll();
    }

    /** Waits for room, and adds a text. */
    synchronized void put(String text) {
        try {
            while (texts.size() == ROOM && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!closed) {
            texts.add(text);
            notifyAll();
        }
    }

    /**
     * Waits for the next text.
     *
     * @param timeoutMillis the longest wait in milliseconds; 0 means no limit
     * @return the text, or null if {@link #close()} was called
     * @throws SocketTimeoutException if no text comes in time
     * @throws IOException            if the connection has ended and all texts have been taken
     */
    synchronized String take(int timeoutMillis) throws IOException {
        var deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        try {
            while (texts.isEmpty() && end == null && !closed) {
                if (timeoutMillis == 0) {
                    wait();
                } else if (deadline - System.nanoTime() > 0) {
                    TimeUnit.NANOSECONDS.timedWait(this, deadline - System.nanoTime());
                } else {
                    throw new SocketTimeoutException("no message in " + timeoutMillis + " ms");
                }
            }
        } catch (InterruptedException e) {
            throw new InterruptedIOException(e.getMessage());
        }
        if (closed) {
            return null;
        }
        if (texts.isEmpty()) {
            throw end;
        }
        notifyAll();
        return texts.remove();
    }

    /** Drops all texts, also those that are still to come. */
    synchronized void close() {
        closed = true;
        texts.clear();
        notifyAll();
    }
}
