package socketcourse.lesson07;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.regex.Pattern;
import socketcourse.relay.Excerpt;
import socketcourse.testing.net.Sockets;
import socketcourse.testing.report.Mismatch;
import socketcourse.testing.report.Printable;
import socketcourse.testing.terminal.Connection;
import socketcourse.testing.terminal.Terminal;
import socketcourse.testing.terminal.Terminals;
import socketcourse.websockets.RawPeer;

/** A WebSocket peer of a program, played by the test; its failures tell a student in French what is wrong. */
final class WebSocketPeer {

    /** The headers that an upgrade request must have, in any order (RFC 6455, section 4.1). */
    private static final Map<String, String> UPGRADE_HEADERS = Map.of(
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
    private String sent = "";

    private WebSocketPeer(Terminals terminals, Connection connection, String name) throws IOException {
        this.terminals = terminals;
        this.connection = connection;
        this.name = name;
        peer = new RawPeer(connection.socket(), connection.input());
    }

    /** Connects a client to a server at {@code /}. */
    static WebSocketPeer client(Terminals terminals, Terminal server) throws IOException {
        return client(terminals, server, "/");
    }

    /** Connects a client to a server at this path. */
    static WebSocketPeer client(Terminals terminals, Terminal server, String path) throws IOException {
        var connection = terminals.connect(server);
        var client = new WebSocketPeer(terminals, connection, "le client " + connection.address());
        client.requestUpgrade(path);
        return client;
    }

    private void requestUpgrade(String path) throws IOException {
        request = RawPeer.upgradeRequest(path);
        terminals.note("%s envoie la requête GET %s", name, path);
        var response = inTime("la réponse à sa requête", () -> peer.exchange(request));
        if (!response.startsWith("HTTP/1.1 101 ")) {
            throw Mismatch.between("sur le réseau", "HTTP/1.1 101 Switching Protocols", response);
        }
        var accept = RawPeer.accept(request);
        if (!has(response, "Sec-WebSocket-Accept", Pattern.quote(accept))) {
            throw Mismatch.wrong("Sec-WebSocket-Accept: " + accept,
                    "il manque, ou il est faux : " + Printable.quoted(response));
        }
    }

    /** Starts a client, receives its upgrade request and accepts the upgrade. */
    static WebSocketPeer server(Terminals terminals, String program) throws IOException {
        var server = serverBeforeUpgrade(terminals, program);
        server.upgrade(RawPeer.accept(server.request));
        return server;
    }

    /** Starts a client and receives its upgrade request. */
    static WebSocketPeer serverBeforeUpgrade(Terminals terminals, String program) throws IOException {
        var server = new WebSocketPeer(terminals, terminals.accept(program), "le serveur");
        server.request = server.inTime("toute la requête : chaque ligne finit par \\r\\n, la dernière est vide",
                server.peer::receiveHead);
        return server;
    }

    /** The head of the upgrade request. */
    String request() {
        return request;
    }

    /** Checks that the request begins with this line and has the headers of RFC 6455, section 4.1. */
    void requestIs(String requestLine) {
        if (!request.startsWith(requestLine + "\r\n")) {
            throw Mismatch.between("sur le réseau", requestLine + "\r\n", request);
        }
        UPGRADE_HEADERS.forEach((header, value) -> {
            if (!has(request, header, value)) {
                throw Mismatch.wrong("une requête avec " + header,
                        "il manque, ou il est faux : " + Printable.quoted(request));
            }
        });
    }

    private static boolean has(String head, String header, String value) {
        return Pattern.compile("(?mi)^%s: *%s *$".formatted(header, value)).matcher(head).find();
    }

    /** Accepts the upgrade with this Sec-WebSocket-Accept. */
    void upgrade(String accept) throws IOException {
        terminals.note("%s répond 101, avec Sec-WebSocket-Accept: %s", name, accept);
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
        sent = text;
        peer.sendText(text);
    }

    /** Waits for the next text and checks it. */
    void receives(String documented) throws IOException {
        var text = inTime("le texte " + Printable.quoted(documented), () -> next(RawPeer.TEXT)).text();
        if (!text.equals(documented)) {
            throw text.equals(sent) ? Mismatch.wrong("le texte " + Printable.quoted(documented),
                    "%s reçoit son propre message, %s".formatted(name, Printable.quoted(text)))
                    : text.isEmpty() ? Mismatch.wrong("le texte " + Printable.quoted(documented), "un texte vide")
                    : Mismatch.between("sur le réseau", documented, text);
        }
    }

    /** Closes the connection with a close frame and waits for the program's close frame. */
    void close() throws IOException {
        terminals.note("%s ferme la connexion", name);
        peer.send(0x80 | RawPeer.CLOSE, new byte[] {0x03, (byte) 0xE8});
        inTime("la trame de fermeture", () -> next(RawPeer.CLOSE));
        peer.close();
    }

    /** Waits until a client closes the connection, and answers its close frame if there is one. */
    void awaitClose() throws IOException {
        try {
            var close = next(RawPeer.CLOSE);
            peer.send(0x80 | RawPeer.CLOSE, close.payload());
            peer.close();
        } catch (EOFException | SocketException e) {
            terminals.note("connexion avec %s fermée sans trame de fermeture", name);
        } catch (SocketTimeoutException e) {
            throw Mismatch.hangs("le client ferme la connexion", "elle reste ouverte");
        }
    }

    /** Resets the connection without a close frame. */
    void vanish() throws IOException {
        terminals.note("%s disparaît", name);
        Sockets.reset(connection.socket());
    }

    /** Receives the close frame, or a whole text of one or more fragments (RFC 6455, section 5.4). */
    private RawPeer.Frame next(int opcode) throws IOException {
        var last = frame(opcode == RawPeer.TEXT ? "un texte" : "une trame de fermeture", opcode);
        var payload = new ByteArrayOutputStream();
        payload.writeBytes(last.payload());
        while (!last.fin()) {
            last = frame("la suite du texte", RawPeer.CONTINUATION);
            payload.writeBytes(last.payload());
        }
        return new RawPeer.Frame(true, opcode, last.masked(), payload.toByteArray());
    }

    /** Receives the next frame that is neither ping nor pong, and checks its mask and opcode. */
    private RawPeer.Frame frame(String expected, int opcode) throws IOException {
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
            if (frame.opcode() == RawPeer.CLOSE) {
                peer.send(0x80 | RawPeer.CLOSE, frame.payload());
            }
            throw Mismatch.wrong(expected, switch (frame.opcode()) {
                case RawPeer.CLOSE -> closeFrame(frame.payload());
                case RawPeer.TEXT -> "le texte " + Printable.quoted(frame.text());
                default -> "une trame d'opcode " + frame.opcode();
            });
        }
        return frame;
    }

    /** Describes a close frame; its code is in the first two bytes (RFC 6455, section 5.5.1). */
    private static String closeFrame(byte[] payload) {
        if (payload.length < 2) {
            return "une trame de fermeture";
        }
        var code = ByteBuffer.wrap(payload).getShort();
        return "une trame de fermeture, code %d%s".formatted(code,
                code == 1011 ? " : une exception a arrêté le code qui traite ce client" : "");
    }

    private interface Receive<T> {

        T receive() throws IOException;
    }

    private <T> T inTime(String expected, Receive<T> receive) throws IOException {
        try {
            return receive.receive();
        } catch (SocketTimeoutException e) {
            throw Mismatch.hangs("%s reçoit %s".formatted(name, expected), "rien, la connexion reste ouverte");
        } catch (EOFException | SocketException e) {
            throw Mismatch.wrong("%s reçoit %s".formatted(name, expected), "la connexion est fermée avant");
        }
    }
}
