package socketcourse.websockets;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import socketcourse.testing.net.Ports;
import socketcourse.testing.terminal.Terminal;

/** A server as its clients see it, byte by byte. It runs first, because the tests of silent clients take seconds. */
@Order(1)
@SuppressWarnings("try")
class ServerTest {

    private static final String HANDSHAKE = """
            GET / HTTP/1.1
            Host: localhost
            Upgrade: websocket
            Connection: Upgrade
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
            Sec-WebSocket-Version: 13

            """;

    private static final byte[] EMPTY = {};

    /** A time that is longer than any test. */
    private static final Duration NEVER = Duration.ofHours(1);

    /** A chat that prints nothing. */
    @ServerEndpoint("/")
    public static final class Chat {

        @OnMessage
        public void onMessage(String text, Session sender) {
            var frame = WebSockets.textFrame(text);
            sender.getOpenSessions().stream().filter(client -> client != sender)
                    .forEach(client -> WebSockets.send(client, frame));
        }
    }

    /** An echo server that records that its first client has left. */
    @ServerEndpoint("/")
    public static final class EchoWithOnClose {

        private static final CompletableFuture<Void> LEFT = new CompletableFuture<>();

        @OnMessage
        public String onMessage(String text) {
            return text;
        }

        @OnClose
        public void onClose() {
            LEFT.complete(null);
        }
    }

    /** A server that tries to send a text after a close frame. */
    @ServerEndpoint("/")
    public static final class TextAfterClose {

        @OnMessage
        public void onMessage(String text, Session client) throws IOException {
            client.close();
            WebSockets.send(client, WebSockets.textFrame(text));
        }
    }

    /** Returns the frame of a text, with a masking key of zeros. */
    private static byte[] frame(String text) {
        var frame = new byte[6 + text.length()];
        frame[0] = (byte) (0x80 | RawPeer.TEXT);
        frame[1] = (byte) (0x80 | text.length());
        System.arraycopy(text.getBytes(US_ASCII), 0, frame, 6, text.length());
        return frame;
    }

    @Test
    void a_text_in_the_segment_of_the_handshake_is_received() throws IOException {
        try (var server = WebSockets.serve(Echo.class, "localhost", 0)) {
            var handshake = HANDSHAKE.replace("\n", "\r\n").getBytes(US_ASCII);
            var hi = frame("hi");
            for (var cut = 0; cut <= hi.length; cut++) {
                try (var client = new RawPeer(server.port())) {
                    var packet = Arrays.copyOf(handshake, handshake.length + cut);
                    System.arraycopy(hi, 0, packet, handshake.length, cut);
                    client.sendBytes(packet);
                    assertThat(client.receiveHead()).startsWith("HTTP/1.1 101 ");
                    client.sendBytes(Arrays.copyOfRange(hi, cut, hi.length));
                    assertThat(client.receive().text()).as("%s bytes in the packet", cut).isEqualTo("hi");
                }
            }
        }
    }

    @Test
    void a_client_can_join_as_soon_as_the_port_is_open() throws Exception {
        for (var start = 1; start <= 20; start++) {
            var port = Ports.free();
            var client = CompletableFuture.supplyAsync(() -> joinedAtOnce(port));
            var server = WebSockets.serve(Echo.class, "localhost", port);
            client.get(Terminal.PATIENCE.toSeconds(), TimeUnit.SECONDS).close();
            server.close();
        }
    }

    private static RawPeer joinedAtOnce(int port) {
        while (true) {
            try {
                return RawPeer.joined(port);
            } catch (ConnectException e) {
                // The server does not listen yet.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void all_but_the_sender_get_each_message_once_and_in_order() throws IOException {
        try (var server = WebSockets.serve(Chat.class, "localhost", 0);
                var alice = RawPeer.joined(server.port());
                var bob = RawPeer.joined(server.port());
                var carol = RawPeer.joined(server.port())) {
            for (var number = 0; number < 1000; number++) {
                alice.sendText("alice " + number);
            }
            for (var number = 0; number < 1000; number++) {
                assertThat(bob.receive().text()).isEqualTo("alice " + number);
                assertThat(carol.receive().text()).isEqualTo("alice " + number);
            }
            bob.sendText("end");
            assertThat(alice.receive().text()).isEqualTo("end");
            assertThat(carol.receive().text()).isEqualTo("end");
        }
    }

    @Test
    void a_client_misses_no_message_after_it_has_joined() throws IOException {
        try (var server = WebSockets.serve(Chat.class, "localhost", 0); var alice = RawPeer.joined(server.port())) {
            for (var number = 0; number < 200; number++) {
                try (var bob = RawPeer.joined(server.port())) {
                    alice.sendText("welcome " + number);
                    // Bob may have joined before the previous message was sent to him.
                    var text = bob.receive().text();
                    text = text.equals("welcome " + (number - 1)) ? bob.receive().text() : text;
                    assertThat(text).isEqualTo("welcome " + number);
                }
            }
        }
    }

    @Test
    void texts_up_to_the_limit_and_pings_are_answered() throws IOException {
        try (var server = WebSockets.serve(Echo.class, "localhost", 0); var client = RawPeer.joined(server.port())) {
            for (var length : new int[] {0, 1, 125, 126, 65_535, 65_536, 1 << 20}) {
                var text = "é".repeat(length / 2) + "x".repeat(length % 2);
                client.sendText(text);
                assertThat(client.receive().text()).isEqualTo(text);
            }
            client.send(0x80 | RawPeer.PING, new byte[] {1, 2, 3});
            var pong = client.receive();
            assertThat(pong.opcode()).isEqualTo(RawPeer.PONG);
            assertThat(pong.payload()).containsExactly(1, 2, 3);
        }
    }

    @Test
    void a_text_in_fragments_may_split_a_character() throws IOException {
        try (var server = WebSockets.serve(Echo.class, "localhost", 0); var client = RawPeer.joined(server.port())) {
            client.send(RawPeer.TEXT, new byte[] {'a', (byte) 0xC3});
            client.send(0x80 | RawPeer.PING, EMPTY);
            client.send(0x80, new byte[] {(byte) 0xA9});
            assertThat(client.receive().opcode()).isEqualTo(RawPeer.PONG);
            assertThat(client.receive().text()).isEqualTo("aé");
        }
    }

    @Test
    void the_client_of_the_JDK_can_join() throws Exception {
        try (var server = WebSockets.serve(Chat.class, "localhost", 0); var alice = RawPeer.joined(server.port())) {
            var received = new CompletableFuture<String>();
            var listener = new WebSocket.Listener() {
                @Override
                public CompletionStage<?> onText(WebSocket webSocket, CharSequence text, boolean last) {
                    received.complete(text.toString());
                    return WebSocket.Listener.super.onText(webSocket, text, last);
                }
            };
            var jdk = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(URI.create(server.uri()), listener)
                    .join();
            alice.sendText("hello");
            assertThat(received.get(Terminal.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo("hello");
            jdk.sendText("hi", true).join();
            assertThat(alice.receive().text()).isEqualTo("hi");
            jdk.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        }
    }

    @Test
    void a_silent_client_is_dropped_and_one_with_pongs_stays() throws Exception {
        var times = new Heartbeat.Times(Duration.ofMillis(50), Duration.ofMillis(500), Duration.ofSeconds(6), NEVER);
        try (var server = WebSockets.serve(EchoWithOnClose.class, "localhost", 0, times);
                var silent = RawPeer.joined(server.port());
                var alive = RawPeer.joined(server.port())) {
            assertThat(silent.receiveAny().opcode()).isEqualTo(RawPeer.PING);
            var gone = CompletableFuture.runAsync(() -> awaitEnd(silent));
            while (!gone.isDone()) {
                assertThat(alive.receiveAny().opcode()).isEqualTo(RawPeer.PING);
                alive.send(0x80 | RawPeer.PONG, EMPTY);
            }
            gone.join();
            EchoWithOnClose.LEFT.get(Terminal.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            alive.sendText("here");
            assertThat(alive.receive().text()).isEqualTo("here");
        }
    }

    /** Python's library sends a ping after 20 s at most, and waits 20 s for the pong. */
    @Test
    void the_heartbeat_is_as_slow_as_Python_s_library() {
        var times = Heartbeat.Times.DEFAULT;
        assertThat(times.pingAfter().plus(times.beat())).isLessThanOrEqualTo(Duration.ofSeconds(20));
        assertThat(times.goneAfter().plus(times.beat())).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(40));
    }

    private static void awaitEnd(RawPeer client) {
        try {
            client.awaitEnd();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 32 MB are more than the outbox and the system keep for a client that does not read. */
    @Test
    void a_client_that_does_not_read_delays_no_other_and_no_close() throws Exception {
        var times = new Heartbeat.Times(Duration.ofMillis(50), Duration.ofMillis(200), NEVER, NEVER);
        try (var server = WebSockets.serve(Chat.class, "localhost", 0, times);
                var stalled = new RawPeer(server.port(), 1 << 16);
                var quick = RawPeer.joined(server.port());
                var sender = RawPeer.joined(server.port())) {
            assertThat(stalled.request("/")).startsWith("HTTP/1.1 101 ");
            for (var number = 0; number < 32; number++) {
                sender.sendText("x".repeat(1 << 20));
                assertThat(quick.receive().text()).hasSize(1 << 20);
            }
            try (var newcomer = RawPeer.joined(server.port())) {
                assertThat(newcomer.receiveAny().opcode()).isEqualTo(RawPeer.PING);
            }
            var closing = CompletableFuture.runAsync(server::close);
            var last = quick.receiveAny();
            for (; last.opcode() == RawPeer.PING; last = quick.receiveAny()) {
                // No pong is sent, because the server may have closed the connection.
            }
            assertThat(last.code()).isEqualTo(1001);
            closing.get(Terminal.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Test
    void a_client_more_than_4_MiB_behind_is_closed_with_1013() throws IOException {
        var times = new Heartbeat.Times(NEVER, NEVER, NEVER, NEVER);
        try (var server = WebSockets.serve(Chat.class, "localhost", 0, times);
                var slow = new RawPeer(server.port(), 1 << 16);
                var quick = RawPeer.joined(server.port());
                var sender = RawPeer.joined(server.port())) {
            assertThat(slow.request("/")).startsWith("HTTP/1.1 101 ");
            for (var number = 0; number < 32; number++) {
                sender.sendText("x".repeat(1 << 20));
                quick.receive();
            }
            var texts = 0;
            var last = slow.receive();
            for (; last.opcode() == RawPeer.TEXT; last = slow.receive()) {
                texts++;
            }
            assertThat(last.code()).isEqualTo(1013);
            assertThat(texts).isLessThan(16);
        }
    }

    @Test
    void nothing_follows_a_close_frame() throws IOException {
        try (var server = WebSockets.serve(TextAfterClose.class, "localhost", 0);
                var client = RawPeer.joined(server.port())) {
            client.sendText("text");
            var close = client.receive();
            assertThat(close.code()).isEqualTo(1000);
            client.send(0x80 | RawPeer.CLOSE, close.payload());
            client.awaitNothingMore();
        }
    }

    @Test
    void a_server_that_goes_away_accepts_no_connection() throws Exception {
        var server = WebSockets.serve(Echo.class, "localhost", 0);
        try (var client = RawPeer.joined(server.port())) {
            var closing = CompletableFuture.runAsync(server::close);
            assertThat(client.receive().code()).isEqualTo(1001);
            assertThatThrownBy(() -> new RawPeer(server.port())).isInstanceOf(ConnectException.class);
            client.close();
            closing.get(Terminal.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Test
    void a_closed_server_leaves_no_shutdown_hook() throws IOException {
        var server = WebSockets.serve(Echo.class, "localhost", 0);
        server.close();
        // A hook that is still registered cannot be added again.
        for (var time = 0; time < 2; time++) {
            server.serveForever();
            server.close();
        }
    }
}
