package socketcourse.lesson07;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import socketcourse.testing.terminal.Terminal;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;
import socketcourse.websockets.RawPeer;

/**
 * A server that one would leave on a network: who breaks the rules, or only the connection, harms nobody else. First,
 * because the server waits for the goodbye of who has stopped reading.
 */
@Order(1)
@ExtendWith(TerminalsExtension.class)
class SoundnessTest {

    /** A frame in hexadecimal, its masking key zero, and the code of the answer: RFC 6455, sections 5 and 7.4.1. */
    private record Frame(String what, String hex, int code) {

        static final List<Frame> AGAINST_THE_RULES = List.of(
                new Frame("unmasked", "8102 6869", 1002),
                new Frame("an opcode that is reserved", "8380 00000000", 1002),
                new Frame("an RSV bit without extension", "C180 00000000", 1002),
                new Frame("a ping in fragments", "0980 00000000", 1002),
                new Frame("a continuation of nothing", "8080 00000000", 1002),
                new Frame("text in the middle of a text", "0181 00000000 61 8181 00000000 62", 1002),
                new Frame("a close code that is reserved", "8882 00000000 03EC", 1002),
                new Frame("a close frame of one byte", "8881 00000000 03", 1002),
                new Frame("bytes that are no UTF-8", "8182 00000000 C328", 1007),
                new Frame("a binary frame", "8281 00000000 61", 1003),
                new Frame("a length of 2^64 - 1", "81FF FFFFFFFFFFFFFFFF 00000000", 1009),
                new Frame("a length of 1 MiB + 1", "81FF 0000000000100001 00000000", 1009),
                new Frame("a normal goodbye", "8882 00000000 03E8", 1000));
    }

    @Test
    void a_frame_against_the_rules_ends_its_connection_with_the_right_code(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        try (var witness = RawPeer.joined(server.port())) {
            for (var frame : Frame.AGAINST_THE_RULES) {
                try (var client = RawPeer.joined(server.port()); var other = RawPeer.joined(server.port())) {
                    client.sendBytes(HexFormat.of().parseHex(frame.hex.replace(" ", "")));
                    var last = client.receive();
                    for (; last.opcode() == RawPeer.TEXT; last = client.receive()) {
                        // The one before may not have been passed on to all when this client came.
                    }
                    assertThat(last.code()).as(frame.what).isEqualTo(frame.code);
                    other.sendText("still there");
                    assertThat(witness.receive().text()).as(frame.what).isEqualTo("still there");
                }
            }
        }
        server.showsText(screen -> screen.endsWith("0 client(s) restant(s)\n"));
    }

    @Test
    void a_text_of_more_than_1_MiB_ends_its_connection_with_1009_in_one_piece_or_in_many(Terminals terminals)
            throws IOException {
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

    /** A request with headers of its own, and the status of the answer. */
    private record Request(String what, String line, String headers, int status) {

        private static final String KEY = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\n";
        private static final String UPGRADE = "Upgrade: websocket\n";
        private static final String VERSION = "Sec-WebSocket-Version: 13\n";

        static final List<Request> NO_HANDSHAKES = List.of(
                new Request("plain HTTP", "GET /chat", KEY + VERSION, 426),
                new Request("plain HTTP somewhere else", "GET /nope", KEY + VERSION, 404),
                new Request("an upgrade somewhere else", "GET /nope", UPGRADE + KEY + VERSION, 404),
                new Request("an upgrade without a key", "GET /", UPGRADE + VERSION, 400),
                new Request("an upgrade that is no GET", "PUT /", UPGRADE + KEY + VERSION, 400),
                new Request("another version", "GET /", UPGRADE + KEY + "Sec-WebSocket-Version: 8\n", 426));
    }

    @Test
    void a_request_that_is_no_handshake_gets_the_right_status(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        for (var request : Request.NO_HANDSHAKES) {
            try (var client = new RawPeer(server.port())) {
                var answer = client.exchange("%s HTTP/1.1\nHost: localhost\nConnection: Upgrade\n%s\n"
                        .formatted(request.line, request.headers));
                assertThat(answer).as(request.what).startsWith("HTTP/1.1 " + request.status + " ");
                assertThat(answer.contains("Sec-WebSocket-Version: 13")).as("names the version that it knows")
                        .isEqualTo(request.status == 426);
            }
        }
    }

    @Test
    void clients_that_stop_reading_are_dropped_and_the_others_get_every_message(Terminals terminals) throws Exception {
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
    void clients_that_connect_and_vanish_are_forgotten(Terminals terminals) throws IOException {
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
    }
}
