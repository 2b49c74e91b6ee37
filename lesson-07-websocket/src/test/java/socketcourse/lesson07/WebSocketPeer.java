package socketcourse.lesson07;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import socketcourse.testing.Connection;
import socketcourse.testing.Documented;
import socketcourse.testing.Sockets;
import socketcourse.testing.Terminal;
import socketcourse.testing.Terminals;

/** A WebSocket peer that the test itself plays, and that says in plain words what it misses. */
final class WebSocketPeer {

    private final Terminals terminals;
    private final Connection connection;
    private final String name;
    private final RawPeer peer;

    private WebSocketPeer(Terminals terminals, Connection connection, String name) throws IOException {
        this.terminals = terminals;
        this.connection = connection;
        this.name = name;
        peer = new RawPeer(connection.socket());
        connection.socket().setSoTimeout(Math.max(1, (int) terminals.patience().toMillis()));
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

    /** A server to which a client connects. */
    static WebSocketPeer accepted(Terminals terminals, String program) throws IOException {
        var server = new WebSocketPeer(terminals, terminals.accept(program), "the server");
        server.peer.upgrade(RawPeer.accept(server.inTime("request for an upgrade", server.peer::receiveHead)));
        return server;
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
