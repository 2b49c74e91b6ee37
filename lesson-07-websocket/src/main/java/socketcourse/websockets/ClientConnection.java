package socketcourse.websockets;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Session;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;

/** A client's connection to a WebSocket server, with the calls of Python's library {@code websockets}. */
public final class ClientConnection implements AutoCloseable {

    /** The time limit of the handshake, as {@code open_timeout} in Python's library. */
    private static final int HANDSHAKE_MILLIS = 10_000;

    /** The time that a server has to answer the client's close frame. */
    static final long CLOSE_MILLIS = 500;

    private final ClientTransport transport;
    private final Inbox inbox;
    private final Session session;
    private final ScheduledExecutorService heartbeat = Heartbeat.timer();
    private final Thread onCtrlC = new Thread(this::leave);
    private volatile int timeoutMillis;
    private boolean closed;

    private ClientConnection(ClientTransport transport, Inbox inbox, Session session, Heartbeat.Times times) {
        this.transport = transport;
        this.inbox = inbox;
        this.session = session;
        heartbeat.scheduleWithFixedDelay(() -> beat(times), times.beat().toNanos(), times.beat().toNanos(),
                TimeUnit.NANOSECONDS);
        Runtime.getRuntime().addShutdownHook(onCtrlC);
    }

    static ClientConnection open(String host, int port, Heartbeat.Times times) throws IOException {
        var uri = uri(host, port);
        var inbox = new Inbox();
        var transport = new ClientTransport(host, port, HANDSHAKE_MILLIS, inbox);
        var client = ClientManager.createClient(ClientTransport.Container.class.getName());
        client.getProperties().put(ClientProperties.HANDSHAKE_TIMEOUT, HANDSHAKE_MILLIS);
        // The heartbeat detects a silent server; a timer of Tyrus makes a send fail when the server closes meanwhile.
        client.setDefaultMaxSessionIdleTimeout(-1);
        var config = ClientEndpointConfig.Builder.create().build();
        config.getUserProperties().put(ClientTransport.Container.TRANSPORT, transport);
        try {
            return new ClientConnection(transport, inbox, client.connectToServer(inbox, config, uri), times);
        } catch (DeploymentException e) {
            transport.abort();
            throw ClientHandshake.explain(e);
        }
    }

    private static URI uri(String host, int port) throws UnknownHostException {
        try {
            return new URI(Tls.isOn() ? "wss" : "ws", null, host, port, "/", null, null);
        } catch (URISyntaxException e) {
            throw new UnknownHostException(host);
        }
    }

    /** Sends a ping to a silent server (RFC 6455, section 5.5.2), and closes if the server stays silent. */
    private void beat(Heartbeat.Times times) {
        try {
            if (transport.silence() > times.goneAfter().toNanos()) {
                session.close(new CloseReason(CloseCodes.CLOSED_ABNORMALLY, "sans trame de fermeture, "
                        + "aucun signe de vie depuis %s s".formatted(times.goneAfter().toSeconds())));
                transport.abort();
            } else if (transport.silence() > times.pingAfter().toNanos()) {
                session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
            }
        } catch (IOException | RuntimeException e) {
            // As in send. An exception would stop the heartbeat.
        }
    }

    /**
     * Limits the time that {@link #recv()} waits.
     *
     * @param millis the longest wait in milliseconds; 0, the default, means no limit
     */
    public void setSoTimeout(int millis) {
        timeoutMillis = millis;
    }

    /** Sends a text. If the connection is over, the text is lost, and {@link #recv()} reports the end. */
    public void send(String text) {
        try {
            session.getBasicRemote().sendText(text);
        } catch (IOException | RuntimeException e) {
            // The connection is closed, or broken: Tyrus throws a bare RuntimeException in one of these cases.
        }
    }

    /**
     * Waits for the next text.
     *
     * @return the text, or null if this end has closed the connection
     * @throws SocketTimeoutException if no text comes within the limit of {@link #setSoTimeout(int)}
     * @throws EOFException           if the server has closed the connection, or it is broken
     * @throws IOException            if the server has sent something that this client refuses
     */
    public String recv() throws IOException {
        return inbox.take(timeoutMillis);
    }

    /**
     * Sends a close frame, waits at most {@value #CLOSE_MILLIS} ms for the server to close the connection, and closes
     * it (RFC 6455, section 7.1.1). A second call waits for the first one. Ctrl-C does the same.
     */
    @Override
    public void close() {
        leave();
        try {
            Runtime.getRuntime().removeShutdownHook(onCtrlC);
        } catch (IllegalStateException e) {
            // Ctrl-C has started it.
        }
    }

    private synchronized void leave() {
        if (closed) {
            return;
        }
        closed = true;
        inbox.close();
        heartbeat.shutdownNow();
        try {
            session.close();
        } catch (IOException | IllegalStateException e) {
            // The server has closed the connection.
        }
        transport.close(CLOSE_MILLIS);
    }
}
