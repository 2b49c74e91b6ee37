package socketcourse.websockets;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLSocket;
import org.glassfish.tyrus.spi.ClientContainer;
import org.glassfish.tyrus.spi.ClientEngine;
import org.glassfish.tyrus.spi.ClientEngine.ClientUpgradeStatus;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Connection;
import org.glassfish.tyrus.spi.UpgradeRequest;
import org.glassfish.tyrus.spi.Writer;

/**
 * Carries the bytes of Tyrus' client over a plain socket. One thread reads and another one writes, because neither the
 * heartbeat nor the locks of Tyrus may wait for a server that does not read.
 */
final class ClientTransport {

    private final Inbox inbox;
    private final Socket tcp = new Socket(Proxy.NO_PROXY);
    private final Socket socket;
    private final BufferedInputStream in;
    private final FrameReader frames;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(task -> daemon(task, "writer"));
    private Thread reader;

    private volatile boolean reading;
    private volatile long readingSince;

    /** The transport as Tyrus sees it. Tyrus creates a container by its name, so the endpoint has the transport. */
    public static final class Container implements ClientContainer {

        static final String TRANSPORT = ClientTransport.class.getName();

        @Override
        public void openClientSocket(ClientEndpointConfig config, Map<String, Object> properties, ClientEngine engine) {
            ((ClientTransport) config.getUserProperties().get(TRANSPORT)).start(engine);
        }
    }

    /**
     * Connects to a server. The TLS handshake is part of the WebSocket handshake and its time limit.
     *
     * @param inbox the endpoint, to which Tyrus passes the texts and this transport the reason for the end
     */
    ClientTransport(String host, int port, int timeoutMillis, Inbox inbox) throws IOException {
        this.inbox = inbox;
        tcp.connect(new InetSocketAddress(host, port), timeoutMillis);
        tcp.setTcpNoDelay(true);
        socket = Tls.isOn() ? secured(tcp, host, port) : tcp;
        in = new BufferedInputStream(socket.getInputStream());
        frames = new FrameReader(in);
    }

    private static Socket secured(Socket tcp, String host, int port) throws IOException {
        var socket = (SSLSocket) Tls.client().getSocketFactory().createSocket(tcp, host, port, true);
        var parameters = socket.getSSLParameters();
        // Otherwise a certificate for another host would do.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    private void start(ClientEngine engine) {
        var request = engine.createUpgradeRequest(this::abort);
        // Only a browser has an origin; a server may refuse one that it does not know.
        request.getHeaders().remove(UpgradeRequest.ORIGIN_HEADER);
        reader = daemon(() -> run(engine, request), "reader");
        reader.start();
    }

    private static Thread daemon(Runnable task, String name) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private void run(ClientEngine engine, UpgradeRequest request) {
        try (socket) {
            var connection = upgrade(engine, request);
            if (connection != null) {
                receive(connection);
                // Data that nobody reads would turn the end of the connection into an RST.
                in.transferTo(OutputStream.nullOutputStream());
            }
        } catch (IOException e) {
            // The connection is over in any case.
        }
    }

    /** Returns the upgraded connection, or null if Tyrus has been told that there is none. */
    private Connection upgrade(ClientEngine engine, UpgradeRequest request) {
        try {
            socket.getOutputStream().write(ClientHandshake.bytes(request));
            var upgrade = engine.processResponse(ClientHandshake.read(in), new SocketWriter(), reason -> { });
            return upgrade.getUpgradeStatus() == ClientUpgradeStatus.SUCCESS ? upgrade.createConnection() : null;
        } catch (IOException e) {
            engine.processError(e);
            return null;
        }
    }

    /** Passes the frames to Tyrus until the WebSocket connection is closed, by whichever end. */
    private void receive(Connection connection) {
        CloseReason end;
        try {
            while (inbox.closeReason().isEmpty()) {
                readingSince = System.nanoTime();
                reading = true;
                var frame = frames.next();
                reading = false;
                connection.getReadHandler().handle(frame);
            }
            end = inbox.closeReason().orElseThrow();
        } catch (FrameReader.RefusedFrameException e) {
            // Otherwise the close frame would overtake the answers to the texts before this frame.
            inbox.awaitProgram(ClientConnection.CLOSE_MILLIS);
            end = e.reason();
        } catch (EOFException e) {
            end = new CloseReason(CloseCodes.CLOSED_ABNORMALLY, "sans trame de fermeture");
        } catch (IOException e) {
            end = new CloseReason(CloseCodes.CLOSED_ABNORMALLY,
                    "connexion réinitialisée (RST), sans trame de fermeture");
        }
        // If the session is closed already, its reason counts.
        connection.close(end);
        inbox.end(explain(inbox.closeReason().orElse(end)));
    }

    /** Returns the exception that explains to the program why the connection has ended. */
    private IOException explain(CloseReason reason) {
        var code = reason.getCloseCode();
        if (frames.isCloseReceived()) {
            return new EOFException("code " + code.getCode());
        }
        if (code == CloseCodes.CLOSED_ABNORMALLY) {
            return new EOFException(reason.getReasonPhrase());
        }
        var refused = code == CloseCodes.CANNOT_ACCEPT || code == CloseCodes.TOO_BIG
                ? "une trame que ce client refuse" : "une trame que le protocole interdit";
        return new ProtocolException("le serveur a envoyé %s (code %s) : %s".formatted(refused, code.getCode(),
                code == CloseCodes.NOT_CONSISTENT ? "texte qui n'est pas de l'UTF-8" : reason.getReasonPhrase()));
    }

    /** Returns for how long the client has been waiting for the server's next frame, in nanoseconds. */
    long silence() {
        return reading ? System.nanoTime() - readingSince : 0;
    }

    /** Waits until the server has closed the connection (RFC 6455, section 7.1.1), then closes it in any case. */
    void close(long timeoutMillis) {
        try {
            reader.join(timeoutMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        abort();
    }

    /** Closes the connection at once, also under a thread that is blocked in a write. */
    void abort() {
        try {
            tcp.close();
        } catch (IOException e) {
            // It is closed.
        }
        writer.shutdown();
    }

    private final class SocketWriter extends Writer {

        @Override
        public void write(ByteBuffer frame, CompletionHandler<ByteBuffer> completion) {
            try {
                writer.execute(() -> writeNow(frame, completion));
            } catch (RejectedExecutionException e) {
                completion.failed(e);
            }
        }

        private void writeNow(ByteBuffer frame, CompletionHandler<ByteBuffer> completion) {
            try {
                socket.getOutputStream().write(frame.array());
                completion.completed(frame);
            } catch (IOException e) {
                completion.failed(e);
            }
        }

        @Override
        public void close() {
            // The server closes the TCP connection first.
        }
    }
}
