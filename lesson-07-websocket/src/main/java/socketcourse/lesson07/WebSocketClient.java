package socketcourse.lesson07;

import jakarta.websocket.DeploymentException;
import jakarta.websocket.Session;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.LogManager;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;

/**
 * The counterpart of the course's {@code websockets.connect(uri)}: a connection that leaves no thread behind when it is
 * closed.
 */
public final class WebSocketClient implements AutoCloseable {

    private static final int HANDSHAKE_MILLIS = 5000;

    private final ClientManager manager = ClientManager.createClient();
    private final Session session;

    /**
     * Connects to {@code ws://host:port/}.
     *
     * @param endpoint an object with {@link jakarta.websocket.ClientEndpoint}, which gets what comes
     * @param host     the name or the address of the server
     * @param port     its port, from 0 to 65535
     * @throws ConnectException         if nobody listens there
     * @throws UnknownHostException     if there is no such host
     * @throws IOException              if it is no WebSocket server, or does not answer the handshake within 5 s
     * @throws IllegalArgumentException if the port is out of range
     */
    public WebSocketClient(Object endpoint, String host, int port) throws IOException {
        // Tyrus logs to the screen, which is the student's.
        LogManager.getLogManager().reset();
        if (new InetSocketAddress(host, port).isUnresolved()) {
            throw new UnknownHostException(host);
        }
        manager.getProperties().put(ClientProperties.HANDSHAKE_TIMEOUT, HANDSHAKE_MILLIS);
        try {
            session = manager.connectToServer(endpoint, URI.create("ws://" + host + ":" + port));
        } catch (DeploymentException e) {
            manager.shutdown();
            if (e.getCause() instanceof ConnectException refused) {
                throw refused;
            }
            throw new IOException(e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        }
    }

    /**
     * Sends a text and returns when it is on its way.
     *
     * @throws IOException if the connection is broken, or closed
     */
    public void send(String text) throws IOException {
        try {
            session.getBasicRemote().sendText(text);
        } catch (IllegalStateException | RejectedExecutionException e) {
            // Tyrus's words for a connection that is closed, and for one that is being closed.
            throw new IOException("the connection is closed", e);
        }
    }

    /** Says goodbye with a close frame (RFC 6455, section 5.5.1) and hangs up. */
    @Override
    public void close() throws IOException {
        session.close();
        manager.shutdown();
    }
}
