package socketcourse.websockets;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Builder;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/** A client's connection to a WebSocket server, with the calls of the course's {@code websockets}. */
public final class ClientConnection implements AutoCloseable {

    /** As {@code open_timeout} of the course's library. */
    private static final Duration HANDSHAKE = Duration.ofSeconds(10);
    static final long GOODBYE_MILLIS = 500;

    private final WebSocket socket;
    private final Inbox inbox;
    private volatile int timeoutMillis;
    private boolean closed;

    private final ScheduledExecutorService heartbeat = Heartbeat.timer();

    private ClientConnection(WebSocket socket, Inbox inbox, Heartbeat.Times times) {
        this.socket = socket;
        this.inbox = inbox;
        heartbeat.scheduleWithFixedDelay(() -> beat(times), times.beat().toNanos(), times.beat().toNanos(),
                TimeUnit.NANOSECONDS);
    }

    /** Asks a silent server whether it is there, and hangs up on one that does not answer. */
    private void beat(Heartbeat.Times times) {
        if (inbox.silence() > times.goneAfter().toNanos()) {
            inbox.breakOff(socket, "aucun signe de vie depuis %s s".formatted(times.goneAfter().toSeconds()));
        } else if (inbox.silence() > times.pingAfter().toNanos()) {
            socket.sendPing(ByteBuffer.allocate(0));
        }
    }

    static ClientConnection open(String host, int port, Heartbeat.Times times) throws IOException {
        if (new InetSocketAddress(host, port).isUnresolved()) {
            throw new UnknownHostException(host);
        }
        var inbox = new Inbox();
        var http = HttpClient.newBuilder().proxy(Builder.NO_PROXY).sslContext(Tls.client());
        var scheme = Tls.isOn() ? "wss" : "ws";
        try {
            var socket = http.build().newWebSocketBuilder()
                    .connectTimeout(HANDSHAKE).buildAsync(new URI(scheme, null, host, port, "/", null, null), inbox)
                    .join();
            return new ClientConnection(socket, inbox, times);
        } catch (URISyntaxException e) {
            throw new UnknownHostException(host);
        } catch (CompletionException e) {
            throw reason(e.getCause());
        }
    }

    private static IOException reason(Throwable failure) {
        if (failure instanceof ConnectException) {
            var refused = new ConnectException("Connection refused");
            refused.initCause(failure);
            return refused;
        }
        if (failure instanceof WebSocketHandshakeException handshake) {
            var response = handshake.getResponse();
            var upgrade = response.headers().firstValue("Upgrade").orElse("");
            if (upgrade.startsWith("TLS")) {
                return new IOException("ce serveur parle wss, ce client ws : ajoutez -Dtls=true", failure);
            }
            return new IOException(response.statusCode() == 101
                    ? "la réponse 101 ne va pas avec la demande : " + failure.getCause().getMessage()
                    : "la réponse est %s, et non 101".formatted(response.statusCode()), failure);
        }
        if (failure instanceof SSLException) {
            return new IOException(isMistrust(failure)
                    ? "le certificat du serveur n'est pas celui que ce client connaît : relancez les deux"
                    : "ce serveur ne parle pas wss, mais ws : retirez -Dtls=true", failure);
        }
        return failure instanceof IOException broken ? broken : new IOException(failure);
    }

    private static boolean isMistrust(Throwable failure) {
        return failure != null && (failure instanceof CertificateException || isMistrust(failure.getCause()));
    }

    /** From now on, {@link #recv()} waits so many milliseconds at most; 0, the default, for ever. */
    public void setSoTimeout(int millis) {
        timeoutMillis = millis;
    }

    /** Sends a text. If the server is gone, it is lost, and {@link #recv()} says so. */
    public void send(String text) {
        try {
            socket.sendText(text, true).join();
        } catch (CompletionException e) {
            // The connection is closed, or broken.
        }
    }

    /**
     * Waits for the next text.
     *
     * @return the text, or null if this end has closed the connection
     * @throws SocketTimeoutException if none comes in the time of {@link #setSoTimeout(int)}
     * @throws IOException            if the server has closed the connection, or it is broken
     */
    public String recv() throws IOException {
        return inbox.take(timeoutMillis);
    }

    /**
     * Says goodbye with a close frame, waits a moment for the server's, and hangs up (RFC 6455, section 7.1.2). Who
     * closes it once more waits until that is done.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        inbox.close();
        heartbeat.shutdownNow();
        // What the server has said before its goodbye is nobody's any more.
        socket.request(Long.MAX_VALUE);
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").thenCompose(sent -> inbox.over())
                .orTimeout(GOODBYE_MILLIS, TimeUnit.MILLISECONDS).handle((over, failure) -> over).join();
        socket.abort();
    }
}
