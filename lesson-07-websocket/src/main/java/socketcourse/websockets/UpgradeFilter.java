package socketcourse.websockets;

import jakarta.websocket.CloseReason;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.tyrus.core.RequestContext;
import org.glassfish.tyrus.core.TyrusUpgradeResponse;
import org.glassfish.tyrus.spi.WebSocketEngine;

/**
 * Upgrades connections from HTTP to WebSocket as the {@link HandshakeRules} allow, and passes the bytes that follow to
 * the {@link Peer}. Any other request goes on to the HTTP server.
 */
final class UpgradeFilter extends BaseFilter {

    private static final Attribute<Peer> PEER = Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(Peer.class.getName());

    private static final int MAX_REPORTS = 100;

    private final WebSocketEngine engine;
    private final HandshakeRules rules;
    private final Executor writer;
    private final Set<Peer> peers = ConcurrentHashMap.newKeySet();
    private final Set<Refusal> reported = ConcurrentHashMap.newKeySet();
    private BiConsumer<Peer, CloseReason> onClosing;
    private volatile boolean goingAway;

    UpgradeFilter(WebSocketEngine engine, HandshakeRules rules, Executor writer) {
        this.engine = engine;
        this.rules = rules;
        this.writer = writer;
    }

    /** Returns the clients that are connected, also those that have not joined. */
    Set<Peer> peers() {
        return peers;
    }

    /** Sets the action for each close frame that the server sends; it must be set before clients connect. */
    void setOnClosing(BiConsumer<Peer, CloseReason> onClosing) {
        this.onClosing = onClosing;
    }

    @Override
    public NextAction handleAccept(FilterChainContext context) {
        var peer = new Peer(context.getConnection(), writer, onClosing);
        PEER.set(context.getConnection(), peer);
        peers.add(peer);
        context.getConnection().closeFuture().addCompletionHandler(new EmptyCompletionHandler<>() {
            @Override
            public void completed(org.glassfish.grizzly.CloseReason reason) {
                peers.remove(peer);
                if (peer.hasJoined()) {
                    peer.leave();
                }
            }
        });
        return context.getInvokeAction();
    }

    @Override
    public NextAction handleRead(FilterChainContext context) throws IOException {
        var peer = PEER.get(context.getConnection());
        HttpContent content = context.getMessage();
        if (!peer.hasJoined()) {
            var request = (HttpRequestPacket) content.getHttpHeader();
            var refusal = rules.check(request.getMethod().getMethodString(), request.getRequestURI(),
                    request::getHeader);
            if (refusal.isPresent()) {
                report(refusal.get());
                request.setUpgrade(null);
                request.setAttribute(Refusal.class.getName(), refusal.get());
                return context.getInvokeAction();
            }
            join(peer, request, context);
        }
        if (content.getContent().hasRemaining()) {
            peer.receive(content.getContent().toByteBuffer());
        }
        return context.getStopAction();
    }

    /** Reports a page from elsewhere on stderr, once; the number of reports is bounded. */
    private void report(Refusal refusal) {
        if (refusal.status() == Refusal.FORBIDDEN && reported.size() < MAX_REPORTS && reported.add(refusal)) {
            System.err.println(refusal.explanation());
        }
    }

    /** Opens the session before the response is sent, so that the client misses no message after the response. */
    private void join(Peer peer, HttpRequestPacket request, FilterChainContext context) {
        var upgradeRequest = RequestContext.Builder.create()
                // The endpoint is registered at this path only.
                .requestURI(URI.create("/")).parameterMap(Map.of()).userPrincipal(peer).tyrusProperties(Map.of())
                .build();
        for (var name : List.of("Host", "Upgrade", "Connection", "Sec-WebSocket-Key", "Sec-WebSocket-Version")) {
            upgradeRequest.getHeaders().put(name, List.of(request.getHeader(name)));
        }
        var answer = new TyrusUpgradeResponse();
        peer.join(engine.upgrade(upgradeRequest, answer));
        if (goingAway) {
            peer.closeGoingAway();
        }
        var response = request.getResponse();
        response.setProtocol(Protocol.HTTP_1_1);
        response.setStatus(answer.getStatus());
        response.setReasonPhrase("Switching Protocols");
        answer.getHeaders().forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
        context.write(HttpContent.builder(response).build());
        peer.outbox().open();
    }

    /** Closes the connection of a client that sends nothing more, once it has been sent what is queued. */
    void finish(Connection<?> connection) {
        PEER.get(connection).finish();
    }

    /** Tells every client that the server goes away, also those that join from now on. */
    void closeGoingAway() {
        goingAway = true;
        peers.stream().filter(Peer::hasJoined).forEach(Peer::closeGoingAway);
    }
}
