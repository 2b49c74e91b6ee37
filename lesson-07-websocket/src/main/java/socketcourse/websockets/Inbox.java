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
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The client's endpoint: keeps the texts that the program has not taken yet, in order, and then the reason for the end.
 * When it is full, Tyrus waits, the data that follows stays in TCP's buffers, and the server has to wait, too.
 */
final class Inbox extends Endpoint {

    /** The number of texts that it can hold. */
    static final int ROOM = 16;

    private static final long FOREVER = Long.MAX_VALUE;

    private final Queue<String> texts = new ArrayDeque<>();
    private CloseReason closeReason;
    private IOException end;
    private boolean programWaits;
    private boolean closed;

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        session.addMessageHandler(String.class, (MessageHandler.Whole<String>) this::put);
    }

    @Override
    public synchronized void onClose(Session session, CloseReason reason) {
        closeReason = reason;
    }

    /** Returns the reason for which the session is closed, if it is. Tyrus may send the close frame after this. */
    synchronized Optional<CloseReason> closeReason() {
        return Optional.ofNullable(closeReason);
    }

    /** Waits for room, and adds a text. */
    synchronized void put(String text) {
        try {
            await(() -> texts.size() < ROOM || closed, FOREVER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!closed) {
            texts.add(text);
            notifyAll();
        }
    }

    /** Waits until the program has taken all texts and waits for the next one, because it has answered them then. */
    synchronized void awaitProgram(long timeoutMillis) {
        try {
            await(() -> programWaits && texts.isEmpty() || closed, TimeUnit.MILLISECONDS.toNanos(timeoutMillis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the texts with an exception. */
    synchronized void end(IOException reason) {
        end = reason;
        notifyAll();
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
        programWaits = true;
        notifyAll();
        try {
            var timeout = timeoutMillis == 0 ? FOREVER : TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
            if (!await(() -> !texts.isEmpty() || end != null || closed, timeout)) {
                throw new SocketTimeoutException("no message in " + timeoutMillis + " ms");
            }
        } catch (InterruptedException e) {
            throw new InterruptedIOException(e.getMessage());
        } finally {
            programWaits = false;
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

    /** Waits until the condition holds, and returns whether it does in time. */
    private boolean await(BooleanSupplier condition, long timeoutNanos) throws InterruptedException {
        var deadline = System.nanoTime() + timeoutNanos;
        while (!condition.getAsBoolean()) {
            var left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }
}
