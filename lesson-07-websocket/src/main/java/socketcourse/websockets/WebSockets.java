package socketcourse.websockets;

import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.Set;
import java.util.logging.LogManager;

/** To Java what the course's {@code websockets} is to Python: serves, connects, and sends to many. */
public final class WebSockets {

    static {
        // Tyrus and Grizzly would log to stderr, which belongs to the student's program.
        LogManager.getLogManager().reset();
    }

    private WebSockets() {
    }

    /**
     * Starts a server. It stops with {@link WebSocketServer#close()}, or with the program.
     *
     * @param endpoint a class with {@link ServerEndpoint}, whose methods are told of each client
     * @param host     the name or the address to listen on
     * @param port     the port, from 0 to 65535; 0 lets the system choose
     * @param paths    where clients find it, if that is not the path of the annotation alone
     * @throws IOException              if there is no such host, or its address cannot be bound
     * @throws IllegalArgumentException if the port is out of range, or the class is no endpoint
     */
    public static WebSocketServer serve(Class<?> endpoint, String host, int port, String... paths) throws IOException {
        return serve(endpoint, host, port, Heartbeat.Times.DEFAULT, paths);
    }

    static WebSocketServer serve(Class<?> endpoint, String host, int port, Heartbeat.Times times, String... paths)
            throws IOException {
        var known = paths.length == 0 ? Set.of("/") : Set.of(paths);
        var origins = System.getProperty("origins", "");
        return new WebSocketServer(endpoint, host, port, known,
                origins.isBlank() ? Set.of() : Set.of(origins.strip().split("\\s*,\\s*")), times);
    }

    /**
     * Connects to the server at {@code ws://host:port/}.
     *
     * @param host the name or the address of the server
     * @param port its port, from 0 to 65535
     * @throws ConnectException         if nobody listens there
     * @throws UnknownHostException     if there is no such host
     * @throws IOException              if it is no WebSocket server, or does not answer the handshake within 10 s
     * @throws IllegalArgumentException if the port is out of range
     */
    public static ClientConnection connect(String host, int port) throws IOException {
        return ClientConnection.open(host, port, Heartbeat.Times.DEFAULT);
    }

    /** The address of the session's client as the course prints it: {@code ('127.0.0.1', 52314)}. */
    public static String remoteAddress(Session session) {
        return session.getUserPrincipal().getName();
    }

    /**
     * Sends a text to clients, and waits for none of them. It is framed once, and they share its bytes.
     *
     * @param clients who gets it; one that has just left does not, and is no error
     * @param sender  who does not get it, although it may be one of them
     */
    public static void broadcast(Collection<Session> clients, Session sender, String text) {
        var frame = Frames.text(text);
        for (var client : clients) {
            if (client != sender) {
                ((Peer) client.getUserPrincipal()).outbox().send(frame);
            }
        }
    }
}
