package socketcourse.websockets;

import jakarta.websocket.CloseReason.CloseCode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.glassfish.grizzly.CloseReason;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.Method;
import org.glassfish.tyrus.container.grizzly.server.GrizzlyServerFilter;
import org.glassfish.tyrus.spi.ServerContainer;

/** Tyrus's own filter, with a {@link Peer} for each connection that watches what goes in and out. */
final class PeerFilter extends GrizzlyServerFilter {

    private static final Attribute<Peer> PEER = Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(Peer.class.getName());

    private static final int SWITCHING_PROTOCOLS = 101;

    private final Set<Peer> peers = ConcurrentHashMap.newKeySet();

    /** Held to read while a client joins, to write before a message is passed on, or the server says goodbye. */
    private final ReadWriteLock joining = new ReentrantReadWriteLock();

    private final Set<String> paths;

    PeerFilter(ServerContainer container, Set<String> paths) {
        super(container, "/");
        this.paths = paths;
    }

    @Override
    public NextAction handleAccept(FilterChainContext context) throws IOException {
        var peer = new Peer(context.getConnection());
        PEER.set(context.getConnection(), peer);
        peers.add(peer);
        context.getConnection().closeFuture().addCompletionHandler(new EmptyCompletionHandler<>() {
            @Override
            public void completed(CloseReason reason) {
                peers.remove(peer);
            }
        });
        return super.handleAccept(context);
    }

    @Override
    public NextAction handleRead(FilterChainContext context) throws IOException {
        var peer = PEER.get(context.getConnection());
        HttpContent content = context.getMessage();
        if (peer.hasJoined()) {
            awaitJoins();
            return peer.accepts(content.getContent()) ? super.handleRead(context) : context.getStopAction();
        }
        var address = (InetSocketAddress) context.getConnection().getPeerAddress();
        var request = (HttpRequestPacket) content.getHttpHeader();
        if (asksForUpgrade(request) && paths.contains(request.getRequestURI())) {
            // To Tyrus all of them are one.
            request.setRequestURI("/");
        } else {
            // Tyrus would answer 500; this way it is the HTTP server that answers.
            request.setUpgrade(null);
        }
        request.remoteAddr().setString(
                "('%s', %s)".formatted(address.getAddress().getHostAddress(), address.getPort()));
        joining.readLock().lock();
        try {
            return super.handleRead(context);
        } finally {
            if (request.getResponse().getStatus() == SWITCHING_PROTOCOLS) {
                peer.join();
            }
            joining.readLock().unlock();
        }
    }

    /** A client has its answer before Tyrus opens its session: a message, or a goodbye, would miss it then. */
    private void awaitJoins() {
        joining.writeLock().lock();
        joining.writeLock().unlock();
    }

    /** RFC 6455, section 4.2.1. */
    private static boolean asksForUpgrade(HttpRequestPacket request) {
        var connection = request.getHeader("Connection");
        return request.getMethod().equals(Method.GET) && request.getHeader("Sec-WebSocket-Key") != null
                && connection != null && connection.toLowerCase(Locale.ROOT).contains("upgrade");
    }

    @Override
    public NextAction handleWrite(FilterChainContext context) {
        var peer = PEER.get(context.getConnection());
        if (peer.isClosing()) {
            return context.getStopAction();
        }
        peer.awaitRoom();
        return context.getInvokeAction();
    }

    /** Looks at every client once. */
    void beat() {
        peers.forEach(Peer::beat);
    }

    /** Says goodbye to every client, and ends within 1 s the connections of those that do not answer. */
    void closeAll(CloseCode code) {
        awaitJoins();
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        peers.stream().filter(Peer::hasJoined).forEach(peer -> peer.close(code));
        peers.forEach(peer -> peer.awaitClose(Math.max(0, deadline - System.nanoTime())));
    }
}
