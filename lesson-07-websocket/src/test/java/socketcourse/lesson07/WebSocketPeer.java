package socketcourse.lesson07;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.regex.Pattern;
import socketcourse.testing.Connection;
import socketcourse.testing.Documented;
import socketcourse.testing.Sockets;
import socketcourse.testing.Terminal;
import socketcourse.testing.Terminals;

/** A WebSocket peer that the test itself plays, and that says in plain words what it misses. */
final class WebSocketPeer {

    /** What a request for an upgrade must say, in whatever order: RFC 6455, section 4.1. */
    private static final Map<String, String> UPGRADE = Map.of(
            "Host", "\\S+",
            "Upgrade", "websocket",
            "Connection", ".*\\bUpgrade\\b.*",
            "Sec-WebSocket-Key", "[A-Za-z0-9+/]{22}==",
            "Sec-WebSocket-Version", "13");

    private final Terminals terminals;
    private final Connection connection;
    private final String name;
    private final RawPeer peer;
    private String request;

    private WebSocketPeer(Terminals terminals, Connection connection, String name) throws IOException {
        this.terminals = terminals;
        this.connection = connection;
        this.name = name;
        peer = new RawPeer(connection.socket(), connection.input());
    }

    /** A client that joins a server at {@code /}. */
    static WebSocketPeer joined(Terminals terminals, Terminal server) throws IOException {
        var connection = terminals.connect(server);
        var client = new WebSocketPeer(terminals, connection, "the client at " + connection.address());
        var answer = client.inTime("answer to the upgrade", () -> client.peer.request("/"));
        if (!answer.startsWith("HTTP/1.1 101 ")) {
            throw new AssertionError("The answer to the upgrade is %s, not HTTP/1.1 101".formatted(
                    Documented.quoted(answer)));
        }
        return client;
    }

    /** A server that agrees to the upgrade for which a client asks. */
    static WebSocketPeer accepted(Terminals terminals, String program) throws IOException {
        var server = asked(terminals, program);
        server.upgrade(RawPeer.accept(server.request));
        return server;
    }

    /** A server that a client asks for an upgrade. */
    static WebSocketPeer asked(Terminals terminals, String program) throws IOException {
        var server = new WebSocketPeer(terminals, terminals.accept(program), "the server");
        server.request = server.inTime("whole request: its lines end with \\r\\n, and an empty one is the last",
                server.peer::receiveHead);
        return server;
    }

    /** The head of the request for the upgrade. */
    String request() {
        return request;
    }

    /** The request must begin with this line, and have what RFC 6455, section 4.1, wants. */
    void requestIs(String requestLine) {
        if (!request.startsWith(requestLine + "\r\n")) {
            throw new AssertionError("The request is %s, and does not begin with the line %s".formatted(
                    Documented.quoted(request), requestLine));
        }
        UPGRADE.forEach((header, value) -> {
            if (!Pattern.compile("(?mi)^%s: *%s *$".formatted(header, value)).matcher(request).find()) {
                throw new AssertionError("The request is %s, and has no %s, or a wrong one".formatted(
                        Documented.quoted(request), header));
            }
        });
    }

    /** Answers the request with that Sec-WebSocket-Accept. */
    void upgrade(String accept) throws IOException {
        terminals.note("%s agreed to the upgrade with Sec-WebSocket-Accept: %s", name, accept);
        peer.upgrade(accept);
    }

    /** The terminal of the program. */
    Terminal terminal() {
        return connection.terminal();
    }

    /** The address of the test's end, as the course prints it. */
    String address() {
        return connection.address();
    }

    void send(String text) throws IOException {
        terminals.note("%s sent the text %s", name, Documented.quoted(text));
        peer.sendText(text);
    }

    /** Waits for the next text, and this must be it. */
    void receives(String documented) throws IOException {
        var text = inTime("text " + Documented.quoted(documented), () -> next(RawPeer.TEXT)).text();
        if (!text.equals(documented)) {
            throw new AssertionError("%s gets %s where the chapter documents %s".formatted(name,
                    Documented.quoted(text), Documented.quoted(documented)));
        }
    }

    /** Says goodbye with a close frame. */
    void close() throws IOException {
        terminals.note("%s closed the connection", name);
        peer.send(0x80 | RawPeer.CLOSE, new byte[] {0x03, (byte) 0xE8});
        inTime("close frame", () -> next(RawPeer.CLOSE));
        peer.close();
    }

    /** Lets a client go: waits until it closes the connection, with a close frame or without, and says goodbye too. */
    void awaitClose() throws IOException {
        try {
            var close = next(RawPeer.CLOSE);
            peer.send(0x80 | RawPeer.CLOSE, close.payload());
            peer.close();
        } catch (EOFException | SocketException e) {
            terminals.note("%s was left without a close frame", name);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("The client does not close the connection", e);
        }
    }

    /** Goes without a word. */
    void vanish() throws IOException {
        terminals.note("%s vanished", name);
        Sockets.reset(connection.socket());
    }

    private RawPeer.Frame next(int opcode) throws IOException {
        var frame = peer.receive();
        while (frame.opcode() == RawPeer.PING || frame.opcode() == RawPeer.PONG) {
            if (frame.opcode() == RawPeer.PING) {
                peer.send(0x80 | RawPeer.PONG, frame.payload());
            }
            frame = peer.receive();
        }
        if (frame.opcode() != opcode) {
            throw new AssertionError(name + " gets " + switch (frame.opcode()) {
                case RawPeer.CLOSE -> "a close frame, and no text";
                case RawPeer.TEXT -> "the text %s, and no close frame".formatted(Documented.quoted(frame.text()));
                default -> "a frame with the opcode " + frame.opcode() + ", and no text";
            });
        }
        return frame;
    }

    private interface Wait<T> {

        T forIt() throws IOException;
    }

    private <T> T inTime(String what, Wait<T> wait) throws IOException {
        try {
            return wait.forIt();
        } catch (SocketTimeoutException | EOFException | SocketException e) {
            throw new AssertionError("%s gets no %s".formatted(name, what), e);
        }
    }
}
