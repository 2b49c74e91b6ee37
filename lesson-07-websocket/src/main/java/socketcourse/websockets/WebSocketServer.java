package socketcourse.websockets;

import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogManager;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.glassfish.grizzly.strategies.WorkerThreadIOStrategy;
import org.glassfish.tyrus.core.TyrusWebSocketEngine;
import org.glassfish.tyrus.server.TyrusServerContainer;
import org.glassfish.tyrus.spi.WebSocketEngine;

/**
 * The counterpart of the course's {@code websockets.serve(handler, host, port)}: a server of annotated endpoints that
 * listens on the address it is told, and nowhere else, from the moment in which everybody can join.
 */
public final class WebSocketServer implements AutoCloseable {

    private final String host;
    private final HttpServer http = new HttpServer();
    private final NetworkListener listener;
    private final PeerFilter peers;
    private final ScheduledExecutorService heartbeat = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "heartbeat");
        thread.setDaemon(true);
        return thread;
    });

    WebSocketServer(Class<?> endpoint, String host, int port, String... paths) throws IOException {
        // Tyrus and Grizzly log to the screen, which is the student's.
        LogManager.getLogManager().reset();
        if (new InetSocketAddress(host, port).isUnresolved()) {
            throw new UnknownHostException(host);
        }
        this.host = host;
        var known = paths.length == 0 ? Set.of("/") : Set.of(paths);
        var container = new Container();
        try {
            container.register(endpoint);
        } catch (DeploymentException e) {
            throw new IllegalArgumentException(e);
        }
        peers = new PeerFilter(container, known);
        listener = new NetworkListener("websocket", host, port);
        listener.getKeepAlive().setIdleTimeoutInSeconds(-1);
        listener.registerAddOn(new AddOn() {
            @Override
            public void setup(NetworkListener networkListener, FilterChainBuilder filters) {
                filters.add(filters.indexOfType(HttpServerFilter.class), peers);
            }
        });
        var transport = listener.getTransport();
        transport.setIOStrategy(WorkerThreadIOStrategy.getInstance());
        // Messages that wait for the same client go out in one write, by Grizzly's own threads.
        transport.getAsyncQueueIO().getWriter().setAllowDirectWrite(false);
        // How many may wait is the peer's affair: beyond Grizzly's own limit, Tyrus would keep them without any.
        transport.getAsyncQueueIO().getWriter().setMaxPendingBytesPerConnection(-1);
        http.addListener(listener);
        http.getServerConfiguration().addHttpHandler(new NoUpgrade(known), "/");
        http.start();
        heartbeat.scheduleWithFixedDelay(peers::beat, Peer.BEAT_SECONDS, Peer.BEAT_SECONDS, TimeUnit.SECONDS);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** The port on which the server listens. */
    public int port() {
        return listener.getPort();
    }

    /** The address of the server: {@code ws://localhost:8765}. */
    public String uri() {
        return "ws://" + host + ":" + port();
    }

    /** Waits for ever, as {@code await asyncio.Future()} does. */
    public void serveForever() {
        new CompletableFuture<Void>().join();
    }

    /** Says 1001, going away (RFC 6455, section 7.4.1), to every client, and stops 1 s later at most. */
    @Override
    public void close() {
        heartbeat.shutdownNow();
        peers.closeAll(CloseCodes.GOING_AWAY);
        http.shutdownNow();
    }

    /** The answer to HTTP that asks for no upgrade, or asks in the wrong way. */
    private static final class NoUpgrade extends HttpHandler {

        private final Set<String> paths;

        private NoUpgrade(Set<String> paths) {
            this.paths = paths;
        }

        @Override
        public void service(Request request, Response response) {
            if (!paths.contains(request.getRequestURI())) {
                response.setStatus(HttpStatus.NOT_FOUND_404);
            } else if (request.getHeader("Upgrade") != null) {
                response.setStatus(HttpStatus.BAD_REQUEST_400);
            } else {
                // RFC 9110, section 15.5.22.
                response.setStatus(426, "Upgrade Required");
                response.setHeader("Upgrade", "websocket");
                response.setHeader("Connection", "Upgrade");
            }
            response.setContentLength(0);
        }
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
