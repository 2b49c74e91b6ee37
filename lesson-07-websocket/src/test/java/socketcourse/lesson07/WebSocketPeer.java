package socketcourse.lesson07;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.regex.Pattern;
import socketcourse.testing.terminal.Connection;
import socketcourse.testing.net.Sockets;
import socketcourse.testing.report.Mismatch;
import socketcourse.testing.report.Printable;
import socketcourse.testing.terminal.Terminal;
import socketcourse.testing.terminal.Terminals;
import socketcourse.relay.Excerpt;
import socketcourse.websockets.RawPeer;

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
        return joined(terminals, server, "/");
    }

    /** A client that joins a server at that path. */
    static WebSocketPeer joined(Terminals terminals, Terminal server, String path) throws IOException {
        var connection = terminals.connect(server);
        var client = new WebSocketPeer(terminals, connection, "le client " + connection.address());
        client.join(path);
        return client;
    }

    private void join(String path) throws IOException {
        request = RawPeer.upgradeRequest(path);
        terminals.note("%s demande %s", name, path);
        var answer = inTime("la réponse à la demande", () -> peer.exchange(request));
        if (!answer.startsWith("HTTP/1.1 101 ")) {
            throw Mismatch.between("sur le fil", "HTTP/1.1 101 Switching Protocols", answer);
        }
        var accept = RawPeer.accept(request);
        if (!has(answer, "Sec-WebSocket-Accept", Pattern.quote(accept))) {
            throw Mismatch.wrong("Sec-WebSocket-Accept: " + accept,
                    "il manque, ou il est faux : " + Printable.quoted(answer));
        }
    }

    /** A server that agrees to the upgrade for which a client asks. */
    static WebSocketPeer accepted(Terminals terminals, String program) throws IOException {
        var server = asked(terminals, program);
        server.upgrade(RawPeer.accept(server.request));
        return server;
    }

    /** A server that a client asks for an upgrade. */
    static WebSocketPeer asked(Terminals terminals, String program) throws IOException {
        var server = new WebSocketPeer(terminals, terminals.accept(program), "le serveur");
        server.request = server.inTime("toute la demande : chaque ligne finit par \\r\\n, la dernière est vide",
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
            throw Mismatch.between("sur le fil", requestLine + "\r\n", request);
        }
        UPGRADE.forEach((header, value) -> {
            if (!has(request, header, value)) {
                throw Mismatch.wrong("une demande avec " + header,
                        "il manque, ou il est faux : " + Printable.quoted(request));
            }
        });
    }

    private static boolean has(String head, String header, String value) {
        return Pattern.compile("(?mi)^%s: *%s *$".formatted(header, value)).matcher(head).find();
    }

    /** Answers the request with that Sec-WebSocket-Accept. */
    void upgrade(String accept) throws IOException {
        terminals.note("%s accepte, avec Sec-WebSocket-Accept: %s", name, accept);
        peer.upgrade(accept);
    }

    /** The terminal of the program. */
    Terminal program() {
        return connection.program();
    }

    /** The address of the test's end, as the course prints it. */
    String address() {
        return connection.address();
    }

    void send(String text) throws IOException {
        terminals.note("%s envoie le texte %s", name, Printable.quoted(text));
        peer.sendText(text);
    }

    /** Waits for the next text, and this must be it. */
    void receives(String documented) throws IOException {
        var text = inTime("le texte " + Printable.quoted(documented), () -> next(RawPeer.TEXT)).text();
        if (!text.equals(documented)) {
            throw Mismatch.between("sur le fil", documented, text);
        }
    }

    /** Says goodbye with a close frame. */
    void close() throws IOException {
        terminals.note("%s ferme la connexion", name);
        peer.send(0x80 | RawPeer.CLOSE, new byte[] {0x03, (byte) 0xE8});
        inTime("la trame close", () -> next(RawPeer.CLOSE));
        peer.close();
    }

    /** Lets a client go: waits until it closes the connection, with a close frame or without, and says goodbye too. */
    void awaitClose() throws IOException {
        try {
            var close = next(RawPeer.CLOSE);
            peer.send(0x80 | RawPeer.CLOSE, close.payload());
            peer.close();
        } catch (EOFException | SocketException e) {
            terminals.note("%s est quitté sans trame close", name);
        } catch (SocketTimeoutException e) {
            throw Mismatch.hangs("le client ferme la connexion", "elle reste ouverte");
        }
    }

    /** Goes without a word. */
    void vanish() throws IOException {
        terminals.note("%s disparaît", name);
        Sockets.reset(connection.socket());
    }

    /** The next message, all its fragments together (RFC 6455, section 5.4), or the close frame. */
    private RawPeer.Frame next(int opcode) throws IOException {
        var last = frame(opcode == RawPeer.TEXT ? "un texte" : "une trame close", opcode);
        var payload = new ByteArrayOutputStream();
        payload.writeBytes(last.payload());
        while (!last.fin()) {
            last = frame("la suite du texte", RawPeer.CONTINUATION);
            payload.writeBytes(last.payload());
        }
        return new RawPeer.Frame(true, opcode, last.masked(), payload.toByteArray());
    }

    /** The next frame that says something, and this must be it. */
    private RawPeer.Frame frame(String what, int opcode) throws IOException {
        var frame = peer.receive();
        while (frame.opcode() == RawPeer.PONG) {
            frame = peer.receive();
        }
        terminals.note("%s reçoit une trame, opcode %d : %s", name, frame.opcode(),
                Printable.bytes(Excerpt.of(frame.payload(), 0, frame.payload().length)));
        if (frame.masked() != peer.isServer()) {
            throw peer.isServer()
                    ? Mismatch.wrong("une trame masquée, comme toutes celles d'un client", "elle ne l'est pas")
                    : Mismatch.wrong("une trame sans masque, comme toutes celles d'un serveur", "elle est masquée");
        }
        if (frame.opcode() != opcode) {
            throw Mismatch.wrong(what, switch (frame.opcode()) {
                case RawPeer.CLOSE -> "une trame close";
                case RawPeer.TEXT -> "le texte " + Printable.quoted(frame.text());
                default -> "une trame d'opcode " + frame.opcode();
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
        } catch (SocketTimeoutException e) {
            throw Mismatch.hangs("%s reçoit %s".formatted(name, what), "rien, la connexion reste ouverte");
        } catch (EOFException | SocketException e) {
            throw Mismatch.wrong("%s reçoit %s".formatted(name, what), "la connexion est fermée avant");
        }
    }
}
