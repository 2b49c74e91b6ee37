package socketcourse.websockets;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.glassfish.grizzly.CloseReason;
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
 * Where HTTP becomes WebSocket: lets in whom the {@link HandshakeRules} let in, and gives the {@link Peer} what comes
 * from then on. Any other request goes on to the HTTP server.
 */
final class UpgradeFilter extends BaseFilter {

    private static final Attribute<Peer> PEER = Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(Peer.class.getName());

    private final WebSocketEngine engine;
    private final HandshakeRules rules;
    private final Set<Peer> peers = ConcurrentHashMap.newKeySet();
    private Consumer<Outbox> onClosing;
    private volatile boolean goingAway;

    UpgradeFilter(WebSocketEngine engine, HandshakeRules rules) {
        this.engine = engine;
        this.rules = rules;
    }

    /** The clients that are connected, whether they have joined or not. */
    Set<Peer> peers() {
        return peers;
    }

    /** Who is told when a client has been told goodbye. */
    void setOnClosing(Consumer<Outbox> onClosing) {
        this.onClosing = onClosing;
    }

    @Override
    public NextAction handleAccept(FilterChainContext context) {
        var peer = new Peer(context.getConnection(), onClosing);
        PEER.set(context.getConnection(), peer);
        peers.add(peer);
        context.getConnection().closeFuture().addCompletionHandler(new EmptyCompletionHandler<>() {
            @Override
            public void completed(CloseReason reason) {
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
            var local = (InetSocketAddress) context.getConnection().getLocalAddress();
            var status = rules.judge(request.getMethod().getMethodString(), request.getRequestURI(),
                    request::getHeader, local.getAddress());
            if (status != HandshakeRules.SWITCHING_PROTOCOLS) {
                request.setUpgrade(null);
                request.setAttribute(HandshakeRules.class.getName(), status);
                return context.getInvokeAction();
            }
            join(peer, request, context);
        }
        if (content.getContent().hasRemaining()) {
            peer.receive(content.getContent().toByteBuffer());
        }
        return context.getStopAction();
    }

    /** The session opens before the client has its answer, and hears of everything that is said from the answer on. */
    private void join(Peer peer, HttpRequestPacket request, FilterChainContext context) {
        var upgradeRequest = RequestContext.Builder.create()
                // To Tyrus all paths are one.
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

    /** Tells every client that the server goes away, also those that join at this moment. */
    void closeGoingAway() {
        goingAway = true;
        peers.stream().filter(Peer::hasJoined).forEach(Peer::closeGoingAway);
    }
}
