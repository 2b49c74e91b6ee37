package socketcourse.websockets;

import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.LogManager;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.TransportFilter;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.strategies.WorkerThreadIOStrategy;
import org.glassfish.tyrus.core.TyrusWebSocketEngine;
import org.glassfish.tyrus.server.TyrusServerContainer;
import org.glassfish.tyrus.spi.WebSocketEngine;

/**
 * A server of an annotated endpoint that listens on the address it is told, and nowhere else, from the moment in which
 * everybody can join.
 */
public final class WebSocketServer implements AutoCloseable {

    static {
        // Tyrus and Grizzly log to the screen, which is the student's. Once: one server takes nothing from another.
        LogManager.getLogManager().reset();
    }

    /** How long clients may take to hang up when the server goes away. */
    private static final Duration LAST_GOODBYE = Duration.ofSeconds(1);

    private final HttpServer http = new HttpServer();
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
        if (new InetSocketAddress(host, port).isUnresolved()) {
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
                new HandshakeRules(paths, host, origins, tls ? "https" : "http"));
        heartbeat = new Heartbeat(clients.peers(), times);
        clients.setOnClosing(heartbeat::awaitGoodbye);

        listener = new NetworkListener("websocket", host, port);
        if (tls) {
            listener.setSecure(true);
            listener.setSSLEngineConfig(Tls.server(host));
        }
        listener.getKeepAlive().setIdleTimeoutInSeconds(-1);
        listener.registerAddOn(new AddOn() {
            @Override
            public void setup(NetworkListener networkListener, FilterChainBuilder filters) {
                filters.add(filters.indexOfType(TransportFilter.class) + 1, new TlsMismatchFilter(tls));
                filters.add(filters.indexOfType(HttpServerFilter.class), clients);
            }
        });
        var transport = listener.getTransport();
        transport.setIOStrategy(WorkerThreadIOStrategy.getInstance());
        // Messages that wait for the same client go out in one write, by Grizzly's own threads.
        transport.getAsyncQueueIO().getWriter().setAllowDirectWrite(false);
        // How much may wait is the outbox's affair.
        transport.getAsyncQueueIO().getWriter().setMaxPendingBytesPerConnection(-1);
        http.addListener(listener);
        http.getServerConfiguration().addHttpHandler(new Pages(endpoint), "/");
        http.start();
    }

    /** The port on which the server listens. */
    public int port() {
        return listener.getPort();
    }

    /** The address of the server: {@code ws://localhost:8765}, or {@code wss://} with {@code -Dtls=true}. */
    public String uri() {
        return (tls ? "wss://" : "ws://") + (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
    }

    /** Waits until the server is closed, as {@code await asyncio.Future()} does: for ever. Ctrl-C stops the server. */
    public void serveForever() {
        Runtime.getRuntime().addShutdownHook(onCtrlC);
        closed.join();
    }

    /** Says 1001, going away (RFC 6455, section 7.4.1), to every client, and stops 1 s later at most. */
    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(onCtrlC);
        stop();
        closed.complete(null);
    }

    private void stop() {
        var deadline = System.nanoTime() + LAST_GOODBYE.toNanos();
        clients.closeGoingAway();
        while (!clients.peers().isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        http.shutdownNow();
        heartbeat.close();
    }

    /** Tyrus without the listening socket that it would open itself. */
    private static final class Container extends TyrusServerContainer {

        private final TyrusWebSocketEngine engine = TyrusWebSocketEngine.builder(this).build();

        private Container() {
            super((Set<Class<?>>) null);
            // No timer of Tyrus's own for each message: the heartbeat sees who is silent.
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
