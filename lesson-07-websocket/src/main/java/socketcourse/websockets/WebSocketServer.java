package socketcourse.websockets;

import static jakarta.websocket.CloseReason.CloseCodes.CANNOT_ACCEPT;
import static jakarta.websocket.CloseReason.CloseCodes.NOT_CONSISTENT;
import static jakarta.websocket.CloseReason.CloseCodes.PROTOCOL_ERROR;
import static jakarta.websocket.CloseReason.CloseCodes.TOO_BIG;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.TransportFilter;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.ssl.SSLBaseFilter;
import org.glassfish.grizzly.strategies.WorkerThreadIOStrategy;
import org.glassfish.tyrus.core.TyrusWebSocketEngine;
import org.glassfish.tyrus.server.TyrusServerContainer;
import org.glassfish.tyrus.spi.WebSocketEngine;

/** A server of an annotated endpoint. It listens on the given address only, and clients can join as soon as it does. */
public final class WebSocketServer implements AutoCloseable {

    /** The time that clients have to close their connections when the server goes away. */
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

    /** The codes of connections that the server closes because of what the client has sent. */
    private static final Set<CloseCode> VIOLATIONS = Set.of(PROTOCOL_ERROR, CANNOT_ACCEPT, NOT_CONSISTENT, TOO_BIG);

    private final HttpServer http = new HttpServer();
    /** One thread: while it sends to one client, frames for the others collect, and go out in one write. */
    private final ExecutorService writer = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), Heartbeat.daemon("writer"), new DiscardPolicy());
    private final String host;
    private final boolean tls;
    private final NetworkListener listener;
    private final UpgradeFilter clients;
    private final Heartbeat heartbeat;
    private final Thread onCtrlC = new Thread(this::stop);
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    WebSocketServer(Class<?> endpoint, String host, int port, Set<String> paths, Set<String> origins,
            Heartbeat.Times times) throws IOException {
        EndpointErrors.letEscape(endpoint);
        var address = new InetSocketAddress(host, port).getAddress();
        if (address == null) {
            throw new UnknownHostException(host);
        }
        this.host = host;
        tls = Tls.isOn();
        var container = new Container();
        try {
            container.register(endpoint);
        } catch (DeploymentException e) {
            throw new IllegalArgumentException(e);
        }
        clients = new UpgradeFilter(container.getWebSocketEngine(),
                new HandshakeRules(paths, origins, tls ? "https" : "http",
                        new OwnHost(List.of(host, System.getProperty("address", "localhost")), OwnHost::machineName)),
                writer);
        heartbeat = new Heartbeat(clients.peers(), times);
        clients.setOnClosing(this::closing);

        listener = new NetworkListener("websocket", host, port);
        if (tls) {
            listener.setSecure(true);
            listener.setSSLEngineConfig(Tls.server(host));
        }
        listener.getKeepAlive().setIdleTimeoutInSeconds(-1);
        listener.registerAddOn(new AddOn() {
            @Override
            public void setup(NetworkListener networkListener, FilterChainBuilder filters) {
                if (tls) {
                    filters.set(filters.indexOfType(SSLBaseFilter.class),
                            new TlsFilter(networkListener.getSslEngineConfig(), clients::finish));
                }
                filters.add(filters.indexOfType(TransportFilter.class) + 1, new TlsMismatchFilter(tls));
                filters.add(filters.indexOfType(HttpServerFilter.class), clients);
            }
        });
        var transport = listener.getTransport();
        transport.setIOStrategy(WorkerThreadIOStrategy.getInstance());
        // The outbox bounds the queue.
        transport.getAsyncQueueIO().getWriter().setMaxPendingBytesPerConnection(-1);
        http.addListener(listener);
        http.getServerConfiguration().addHttpHandler(new Pages(endpoint), "/");
        http.start();
        if (!address.isLoopbackAddress()) {
            System.err.println(Invitation.line(address, name -> uri(tls ? "https" : "http", name) + "/"));
        }
    }

    private void closing(Peer client, CloseReason reason) {
        heartbeat.awaitClose(client);
        // Without a phrase, it is the answer to the client's own close frame.
        if (VIOLATIONS.contains(reason.getCloseCode()) && !reason.getReasonPhrase().isEmpty()) {
            System.err.println("Connexion de %s fermée (code %s) : %s".formatted(client.getName(),
                    reason.getCloseCode().getCode(), reason.getReasonPhrase()));
        }
    }

    /** Returns the port on which the server listens. */
    public int port() {
        return listener.getPort();
    }

    /** Returns the address of the server: {@code ws://localhost:8765}, or {@code wss://} with {@code -Dtls=true}. */
    public String uri() {
        return uri(tls ? "wss" : "ws", host);
    }

    private String uri(String scheme, String name) {
        return scheme + "://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + port();
    }

    /** Waits until the server is closed, like {@code await asyncio.Future()}. Ctrl-C closes the server. */
    public void serveForever() {
        Runtime.getRuntime().addShutdownHook(onCtrlC);
        closed.join();
    }

    /** Sends 1001 (going away, RFC 6455, section 7.4.1) to every client, and stops after 1 s at most. */
    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(onCtrlC);
        stop();
        closed.complete(null);
    }

    private void stop() {
        var deadline = System.nanoTime() + CLOSE_TIMEOUT.toNanos();
        // First, otherwise a page that reconnects at once would join a server that goes away.
        listener.getTransport().unbindAll();
        clients.closeGoingAway();
        while (!clients.peers().isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        http.shutdownNow();
        heartbeat.close();
        writer.shutdown();
    }

    /** Tyrus without a listening socket of its own. */
    private static final class Container extends TyrusServerContainer {

        private final TyrusWebSocketEngine engine = TyrusWebSocketEngine.builder(this).build();

        private Container() {
            super((Set<Class<?>>) null);
            // The heartbeat detects silent clients, so Tyrus needs no timer for each message.
            setDefaultMaxSessionIdleTimeout(-1);
        }

        @Override
        public void register(Class<?> endpoint) throws DeploymentException {
            engine.register(endpoint, "/");
        }

        @Override
        public void register(ServerEndpointConfig endpoint) throws DeploymentException {
            engine.register(endpoint, "/");
        }

        @Override
        public WebSocketEngine getWebSocketEngine() {
            return engine;
        }

        @Override
        public Map<String, Object> getProperties() {
            return Map.of();
        }
    }
}
