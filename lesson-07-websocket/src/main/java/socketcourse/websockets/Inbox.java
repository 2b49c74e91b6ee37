package socketcourse.websockets;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What a client has received and not yet taken, in order; the last of it is how the connection ended. When it is full,
 * what comes waits in TCP, and so does the server; a text without end is not collected.
 */
final class Inbox implements WebSocket.Listener {

    /** Gives a text, null if this end has closed the connection, or the reason for which it is over. */
    private interface Event {
        String take() throws IOException;
    }

    /** How many texts it holds. */
    static final int ROOM = 16;

    /** The longest text, in characters: no server of the course sends more. */
    static final int MAX_TEXT = 1 << 20;

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final StringBuilder fragments = new StringBuilder();
    private volatile long lastRead = System.nanoTime();

    @Override
    public void onOpen(WebSocket socket) {
        socket.request(ROOM);
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        lastRead = System.nanoTime();
        fragments.append(data);
        if (fragments.length() > MAX_TEXT) {
            breakOff(socket, "un message de plus de " + MAX_TEXT + " caractères");
        } else if (last) {
            var text = fragments.toString();
            fragments.setLength(0);
            events.add(() -> {
                lastRead = System.nanoTime();
                socket.request(1);
                return text;
            });
        } else {
            socket.request(1);
        }
        return null;
    }

    @Override
    public CompletionStage<?> onPing(WebSocket socket, ByteBuffer data) {
        lastRead = System.nanoTime();
        return WebSocket.Listener.super.onPing(socket, data);
    }

    @Override
    public CompletionStage<?> onPong(WebSocket socket, ByteBuffer data) {
        lastRead = System.nanoTime();
        return WebSocket.Listener.super.onPong(socket, data);
    }

    /** How long nothing has come from the server although there is room, in nanoseconds. */
    long silence() {
        return events.isEmpty() ? System.nanoTime() - lastRead : 0;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String words) {
        end(new EOFException("code " + code));
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
        var broken = new EOFException("sans dire au revoir : " + failure.getMessage());
        broken.initCause(failure);
        end(broken);
    }

    /** Hangs up without a goodbye, for that reason. */
    void breakOff(WebSocket socket, String reason) {
        onError(socket, new IOException(reason));
        socket.abort();
    }

    private void end(IOException reason) {
        events.add(() -> {
            throw reason;
        });
        over.complete(null);
    }

    /** Completed when the server has said goodbye, or the connection is broken. */
    CompletableFuture<Void> over() {
        return over;
    }

    /** From now on there is nothing more to take. */
    void close() {
        events.add(() -> null);
    }

    /**
     * Waits for the next text.
     *
     * @param timeoutMillis how long at most; 0 for ever
     * @return the text, or null once this end has closed the connection
     * @throws SocketTimeoutException if none comes in time
     * @throws IOException            if the server has closed the connection, or it is broken
     */
    String take(int timeoutMillis) throws IOException {
        try {
            var event = timeoutMillis == 0 ? events.take() : events.poll(timeoutMillis, TimeUnit.MILLISECONDS);
            if (event == null) {
                throw new SocketTimeoutException("no message in " + timeoutMillis + " ms");
            }
            return event.take();
        } catch (InterruptedException e) {
            throw new InterruptedIOException(e.getMessage());
        }
    }
}
