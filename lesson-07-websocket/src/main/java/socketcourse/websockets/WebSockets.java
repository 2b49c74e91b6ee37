package socketcourse.websockets;

import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.logging.LogManager;

/** The Java counterpart of the course's {@code websockets}: serves, connects, and sends to a server's clients. */
public final class WebSockets {

    static {
        // Tyrus and Grizzly log to stderr, which belongs to the student's program. Once, because a second reset would
        // remove the handlers of other servers.
        LogManager.getLogManager().reset();
    }

    private WebSockets() {
    }

    /**
     * Starts a server. It runs until {@link WebSocketServer#close()} or the end of the program.
     *
     * @param endpoint a class with {@link ServerEndpoint}, whose methods are called for each client
     * @param host     the name or the address to listen on
     * @param port     the port, from 0 to 65535; 0 lets the system choose
     * @param paths    the paths at which clients find it; without any, the path {@code /}
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
     * Connects to the server at {@code ws://host:port/}, or {@code wss://} with {@code -Dtls=true}.
     *
     * @param host the name or the address of the server
     * @param port the port of the server, from 0 to 65535
     * @throws ConnectException         if nobody listens there
     * @throws UnknownHostException     if there is no such host
     * @throws IOException              if it is no WebSocket server, or does not answer the handshake within 10 s
     * @throws IllegalArgumentException if the port is out of range
     */
    public static ClientConnection connect(String host, int port) throws IOException {
        return ClientConnection.open(host, port, Heartbeat.Times.DEFAULT);
    }

    /** Returns the address of a session's client as the course prints it: {@code ('127.0.0.1', 52314)}. */
    public static String remoteAddress(Session session) {
        return session.getUserPrincipal().getName();
    }

    /** Returns the frame of a text message. Any number of clients may be sent the same frame. */
    public static ByteBuffer textFrame(String text) {
        return Frames.text(text);
    }

    /**
     * Sends a frame to a client without waiting. A client that has just left does not get it, and one that does not
     * read fast enough is closed: see {@link Outbox}.
     */
    public static void send(Session client, ByteBuffer frame) {
        ((Peer) client.getUserPrincipal()).outbox().send(frame);
    }
}
