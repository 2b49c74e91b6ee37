package socketcourse.lesson07;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import socketcourse.testing.terminal.Terminal;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;
import socketcourse.websockets.RawPeer;

/**
 * The server on an open network: a client that breaks the rules, or the connection, harms no other client. First,
 * because the server waits 10 s for clients that have stopped reading.
 */
@Order(1)
@ExtendWith(TerminalsExtension.class)
class SoundnessTest {

    /** The lines of the chat on stdout, and nothing on stderr. */
    private static final String NO_ERRORS = "((Serveur de chat|Connexion :|Message de|Déconnexion :) .*\n)+";

    private static final String ADDRESS = "\\('127\\.0\\.0\\.1', \\d+\\)";

    /** A frame in hexadecimal with a masking key of zeros, and the close code of the server: RFC 6455, 5 and 7.4.1. */
    private record Frame(String what, String hex, int code) {

        static final List<Frame> FORBIDDEN = List.of(
                new Frame("unmasked", "8102 6869", 1002),
                new Frame("a reserved opcode", "8380 00000000", 1002),
                new Frame("an RSV bit without extension", "C180 00000000", 1002),
                new Frame("an RSV bit in a binary frame", "D281 00000000 61", 1002),
                new Frame("a fragmented ping", "0980 00000000", 1002),
                new Frame("a continuation of nothing", "8080 00000000", 1002),
                new Frame("a text between fragments", "0181 00000000 61 8181 00000000 62", 1002),
                new Frame("a reserved close code", "8882 00000000 03EC", 1002),
                new Frame("a close frame of one byte", "8881 00000000 03", 1002),
                new Frame("bytes that are not UTF-8", "8182 00000000 C328", 1007),
                new Frame("a binary frame", "8281 00000000 61", 1003),
                new Frame("a length of 2^64 - 1", "81FF FFFFFFFFFFFFFFFF 00000000", 1009),
                new Frame("a length of 1 MiB + 1", "81FF 0000000000100001 00000000", 1009));

        private byte[] bytes() {
            return HexFormat.of().parseHex(hex.replace(" ", ""));
        }
    }

    @Test
    void a_forbidden_frame_closes_one_client_and_is_reported(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        var errors = new StringBuilder();
        try (var witness = RawPeer.joined(server.port())) {
            for (var frame : Frame.FORBIDDEN) {
                try (var client = RawPeer.joined(server.port()); var other = RawPeer.joined(server.port())) {
                    client.sendBytes(frame.bytes());
                    var last = client.receive();
                    for (; last.opcode() == RawPeer.TEXT; last = client.receive()) {
                        // The previous text may be forwarded to this client, too.
                    }
                    assertThat(last.code()).as(frame.what).isEqualTo(frame.code);
                    assertThat(last.payload()).as("code and reason, %s", frame.what).hasSizeGreaterThan(2);
                    other.sendText("still there");
                    assertThat(witness.receive().text()).as(frame.what).isEqualTo("still there");
                }
                errors.append("Connexion de ").append(ADDRESS).append(" fermée \\(code ").append(frame.code)
                        .append("\\) : .+\n");
            }
        }
        server.showsText(screen -> screen.endsWith("0 client(s) restant(s)\n"));
        server.showsWithErrors(NO_ERRORS + errors);
    }

    @Test
    void a_text_over_1_MiB_closes_the_client_whole_or_in_parts(Terminals terminals) throws IOException {
        var server = terminals.server("server", "-Xmx64m");
        try (var whole = RawPeer.joined(server.port())) {
            whole.sendText("x".repeat(20 << 20));
            assertThat(whole.receive().code()).isEqualTo(1009);
            whole.send(0x80 | RawPeer.CLOSE, new byte[] {0x03, (byte) 0xF1});
            whole.awaitEnd();
        }
        try (var pieces = RawPeer.joined(server.port())) {
            pieces.send(RawPeer.TEXT, new byte[1 << 19]);
            pieces.send(0, new byte[1 << 19]);
            pieces.send(0, new byte[1]);
            assertThat(pieces.receive().code()).isEqualTo(1009);
        }
        server.showsText(screen -> screen.endsWith("0 client(s) restant(s)\n"));
    }

    /** A request, and the status of the response. */
    private record Request(String what, String line, String headers, int status) {

        private static final String KEY = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\n";
        private static final String UPGRADE = "Upgrade: websocket\n";
        private static final String VERSION = "Sec-WebSocket-Version: 13\n";

        static final List<Request> NO_HANDSHAKES = List.of(
                new Request("plain HTTP", "GET /chat", KEY + VERSION, 426),
                new Request("plain HTTP at another path", "GET /nope", KEY + VERSION, 404),
                new Request("an upgrade at another path", "GET /nope", UPGRADE + KEY + VERSION, 404),
                new Request("an upgrade without a key", "GET /", UPGRADE + VERSION, 400),
                new Request("an upgrade with PUT", "PUT /", UPGRADE + KEY + VERSION, 400),
                new Request("another version", "GET /", UPGRADE + KEY + "Sec-WebSocket-Version: 8\n", 426));
    }

    @Test
    void a_request_that_is_no_handshake_gets_a_status(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        for (var request : Request.NO_HANDSHAKES) {
            try (var client = new RawPeer(server.port())) {
                var response = client.exchange("%s HTTP/1.1\nHost: localhost\nConnection: Upgrade\n%s\n"
                        .formatted(request.line, request.headers));
                assertThat(response).as(request.what).startsWith("HTTP/1.1 " + request.status + " ")
                        .contains("\r\nContent-Length: ");
                assertThat(response.contains("Sec-WebSocket-Version: 13")).as("names the version of the server")
                        .isEqualTo(request.status == 426);
            }
        }
    }

    @Test
    void a_page_from_elsewhere_is_refused_and_reported_once(Terminals terminals) throws Exception {
        var server = terminals.server("server");
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/"))
                .header("Origin", "http://evil.example").POST(BodyPublishers.noBody()).build();
        var explanation = "Page refusée (403) : http://evil.example n'est pas une adresse de ce serveur. "
                + "Pour l'admettre, relancez le serveur avec \"-Dorigins=http://evil.example\".\n";
        for (var time = 1; time <= 2; time++) {
            var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(response.body().replace("\r\n", "\n")).isEqualTo(explanation);
        }
        try (var client = new RawPeer(server.port())) {
            assertThat(client.exchange(RawPeer.upgradeRequest("/")
                    .replace("\n\n", "\nOrigin: http://evil.example\n\n"))).startsWith("HTTP/1.1 403 Forbidden\r\n");
        }
        server.showsWithErrors("Serveur de chat .*\n" + Pattern.quote(explanation));
    }

    @Test
    void an_open_server_tells_others_where_to_join(Terminals terminals) throws IOException {
        var server = terminals.server("server", "-Dhost=0.0.0.0", "-Daddress=prof.example");
        var page = "http://prof.example:" + server.port();
        server.showsWithErrors("Serveur de chat sur ws://0\\.0\\.0\\.0:\\d+\n"
                + "Pour les autres machines : " + page + "/ ou -Dhost=prof\\.example\\.\n");
        try (var client = new RawPeer(server.port())) {
            assertThat(client.exchange(RawPeer.upgradeRequest("/")
                    .replace("localhost", "prof.example:" + server.port() + "\nOrigin: " + page)))
                    .startsWith("HTTP/1.1 101 ");
        }
    }

    @Test
    void clients_that_stop_reading_cost_the_others_no_message(Terminals terminals) throws Exception {
        var server = terminals.server("server", "-Xmx64m");
        var stalled = new ArrayDeque<RawPeer>();
        try (var sender = RawPeer.joined(server.port()); var reader = RawPeer.joined(server.port())) {
            for (var number = 0; number < 10; number++) {
                stalled.add(new RawPeer(server.port(), 4096));
                assertThat(stalled.getLast().request("/")).contains("101");
            }
            var received = new ArrayList<String>();
            var reading = new Thread(() -> read(reader, received, 400));
            reading.start();
            for (var number = 0; number < 400; number++) {
                sender.sendText(number + "x".repeat(50_000));
            }
            reading.join(Terminal.PATIENCE.toMillis());
            assertThat(received).hasSize(400);
            assertThat(received.get(399)).startsWith("399x");
            for (var client : stalled) {
                client.awaitEnd();
            }
        } finally {
            for (var client : stalled) {
                client.close();
            }
        }
    }

    private static void read(RawPeer client, ArrayList<String> received, int messages) {
        try {
            while (received.size() < messages) {
                received.add(client.receive().text());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void clients_that_vanish_are_forgotten_without_an_error(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        try (var witness = RawPeer.joined(server.port())) {
            for (var number = 0; number < 200; number++) {
                try (var halfway = new RawPeer(server.port())) {
                    halfway.sendBytes("GET / HTTP/1.1\r\nUpgr".getBytes());
                }
                RawPeer.joined(server.port()).close();
            }
            server.showsText(screen -> screen.endsWith("1 client(s) restant(s)\n")
                    && screen.split("Déconnexion").length == 201);
            try (var other = RawPeer.joined(server.port())) {
                other.sendText("still there");
                assertThat(witness.receive().text()).isEqualTo("still there");
            }
        }
        server.showsText(screen -> screen.endsWith("0 client(s) restant(s)\n"));
        server.showsWithErrors(NO_ERRORS);
    }
}
