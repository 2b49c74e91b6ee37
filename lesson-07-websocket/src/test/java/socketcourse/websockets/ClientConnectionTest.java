package socketcourse.websockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import socketcourse.testing.net.Sockets;

/** A client's connection to our servers, and to a server made of a bare socket. */
@SuppressWarnings("try")
class ClientConnectionTest {

    private static final byte[] CODE_1000 = {0x03, (byte) 0xE8};

    private ServerSocket serverSocket;

    @BeforeEach
    void listen() throws IOException {
        serverSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stopListening() throws IOException {
        serverSocket.close();
    }

    /** Answers one text and closes the connection at once. */
    @ServerEndpoint("/")
    public static final class OneAnswer {

        @OnMessage
        public void onMessage(String text, Session client) throws IOException {
            client.getAsyncRemote().sendText(text);
            client.close();
        }
    }

    @Test
    void an_IPv6_address_is_a_valid_host() throws IOException {
        try (var server = WebSockets.serve(Echo.class, "::1", 0);
                var client = WebSockets.connect("::1", server.port())) {
            assertThat(server.uri()).isEqualTo("ws://[::1]:" + server.port());
            client.send("hi");
            assertThat(client.recv()).isEqualTo("hi");
        }
    }

    @Test
    void a_text_is_received_before_the_close_frame_behind_it() throws IOException {
        try (var server = WebSockets.serve(OneAnswer.class, "localhost", 0);
                var client = WebSockets.connect("localhost", server.port())) {
            client.send("hi");
            assertThat(client.recv()).isEqualTo("hi");
            assertThatThrownBy(client::recv).isInstanceOf(EOFException.class).hasMessage("code 1000");
        }
    }

    @Test
    void recv_gives_up_at_the_timeout() throws IOException {
        try (var server = WebSockets.serve(Echo.class, "localhost", 0);
                var client = WebSockets.connect("localhost", server.port())) {
            client.setSoTimeout(10);
            assertThatThrownBy(client::recv).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void a_server_that_answers_no_ping_is_given_up() throws Exception {
        var times = new Heartbeat.Times(Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofSeconds(1),
                Duration.ofSeconds(10));
        var opening = CompletableFuture.supplyAsync(() -> open(times));
        try (var server = RawPeer.upgraded(serverSocket); var client = opening.join()) {
            assertThatThrownBy(client::recv).isInstanceOf(EOFException.class)
                    .hasMessageContaining("aucun signe de vie depuis 1 s");
            server.awaitEnd();
        }
    }

    @Test
    void texts_that_come_early_wait_in_order() throws IOException {
        for (var time = 1; time <= 50; time++) {
            var opening = opening();
            try (var server = RawPeer.upgraded(serverSocket)) {
                for (var number = 0; number < 2 * Inbox.ROOM; number++) {
                    server.sendText("text " + number);
                }
                server.send(0x80 | RawPeer.CLOSE, CODE_1000);
                try (var client = opening.join()) {
                    for (var number = 0; number < 2 * Inbox.ROOM; number++) {
                        assertThat(client.recv()).isEqualTo("text " + number);
                    }
                    assertThatThrownBy(client::recv).isInstanceOf(EOFException.class).hasMessage("code 1000");
                    server.close();
                }
            }
        }
    }

    @Test
    void a_text_in_the_same_segment_as_the_FIN_arrives() throws IOException {
        for (var time = 1; time <= 50; time++) {
            var opening = opening();
            try (var server = RawPeer.upgraded(serverSocket)) {
                server.sendText("last");
            }
            try (var client = opening.join()) {
                assertThat(client.recv()).isEqualTo("last");
                assertThatThrownBy(client::recv).isInstanceOf(EOFException.class).hasMessage("sans trame de fermeture");
            }
        }
    }

    @Test
    void close_waits_for_the_server_for_a_bounded_time() throws IOException {
        var opening = opening();
        try (var server = RawPeer.upgraded(serverSocket)) {
            var client = opening.join();
            var begin = System.nanoTime();
            client.close();
            assertThat(Duration.ofNanos(System.nanoTime() - begin).toMillis())
                    .isGreaterThanOrEqualTo(ClientConnection.CLOSE_MILLIS);
            var close = server.receive();
            assertThat(close.masked()).isTrue();
            assertThat(close.code()).isEqualTo(1000);
            server.awaitNothingMore();
        }
    }

    @Test
    void closing_twice_sends_one_close_frame() throws IOException {
        for (var time = 1; time <= 50; time++) {
            var opening = opening();
            try (var server = RawPeer.upgraded(serverSocket)) {
                var client = opening.join();
                var twice = CompletableFuture.allOf(CompletableFuture.runAsync(client::close),
                        CompletableFuture.runAsync(client::close));
                var close = server.receive();
                assertThat(close.code()).isEqualTo(1000);
                server.send(0x80 | RawPeer.CLOSE, close.payload());
                server.close();
                twice.join();
            }
        }
    }

    @Test
    void sending_while_the_server_closes_does_not_fail() throws IOException {
        for (var time = 1; time <= 50; time++) {
            var opening = opening();
            try (var server = RawPeer.upgraded(serverSocket); var client = opening.join()) {
                var closing = CompletableFuture.runAsync(() -> sendClose(server));
                for (var number = 0; number < 100; number++) {
                    client.send("text " + number);
                }
                closing.join();
                assertThatThrownBy(client::recv).isInstanceOf(EOFException.class).hasMessage("code 1000");
                client.send("lost");
                server.close();
            }
        }
    }

    private static void sendClose(RawPeer server) {
        try {
            server.send(0x80 | RawPeer.CLOSE, CODE_1000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
            "C100,                 1002, bit RSV sans extension",
            "8300,                 1002, opcode réservé (3)",
            "8B00,                 1002, opcode réservé (11)",
            "8180 00000000,        1002, trame masquée",
            "8000,                 1002, trame de suite sans début",
            "0101 61 8100,         1002, nouveau message avant la fin du précédent",
            "0900,                 1002, trame de contrôle fragmentée",
            "897E 0080,            1002, trame de contrôle de plus de 125 octets",
            "8200,                 1003, 'message binaire, seul le texte est accepté'",
            "817F0000000000100001, 1009, message de plus de 1 Mio",
            "817FFFFFFFFFFFFFFFFF, 1009, message de plus de 1 Mio"})
    void a_refused_frame_is_named_and_answered(String frame, int code, String words) throws IOException {
        var opening = opening();
        try (var server = RawPeer.upgraded(serverSocket); var client = opening.join()) {
            server.sendText("before");
            server.sendBytes(HexFormat.of().parseHex(frame.replace(" ", "")));
            client.send(client.recv());
            assertThatThrownBy(client::recv).isInstanceOf(ProtocolException.class)
                    .hasMessageStartingWith("le serveur a envoyé une trame ")
                    .hasMessageEndingWith(code + ") : " + words);
            assertThat(server.receive().text()).as("the answer to the text before").isEqualTo("before");
            assertThat(server.receive().code()).isEqualTo(code);
            server.close();
        }
    }

    @Test
    void a_text_that_is_not_UTF_8_is_named_and_answered() throws IOException {
        var opening = opening();
        try (var server = RawPeer.upgraded(serverSocket); var client = opening.join()) {
            server.sendBytes(HexFormat.of().parseHex("8102C328"));
            assertThatThrownBy(client::recv).isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("interdit (code 1007) : texte qui n'est pas de l'UTF-8");
            assertThat(server.receive().code()).isEqualTo(1007);
            server.close();
        }
    }

    @Test
    void a_message_may_be_1_MiB_long_in_pieces_and_no_longer() throws IOException {
        var opening = opening();
        try (var server = RawPeer.upgraded(serverSocket); var client = opening.join()) {
            for (var excess : new int[] {0, 1}) {
                server.send(RawPeer.TEXT, new byte[1 << 19]);
                server.send(RawPeer.CONTINUATION, new byte[1 << 18]);
                server.send(0x80 | RawPeer.CONTINUATION, new byte[(1 << 18) + excess]);
            }
            assertThat(client.recv()).hasSize(1 << 20);
            assertThatThrownBy(client::recv).hasMessageContaining("1009");
            assertThat(server.receive().code()).isEqualTo(1009);
        }
    }

    @Test
    void a_reset_is_reported_as_a_reset() throws IOException {
        var opening = opening();
        try (var socket = serverSocket.accept(); var server = new RawPeer(socket)) {
            server.upgrade(RawPeer.accept(server.receiveHead()));
            try (var client = opening.join()) {
                Sockets.reset(socket);
                assertThatThrownBy(client::recv).isInstanceOf(EOFException.class)
                        .hasMessage("connexion réinitialisée (RST), sans trame de fermeture");
            }
        }
    }

    @Test
    void an_end_before_the_response_is_reported_at_once() throws IOException {
        var first = opening();
        try (var server = new RawPeer(serverSocket.accept())) {
            server.receiveHead();
        }
        assertThatThrownBy(first::join).cause().cause().isInstanceOf(EOFException.class)
                .hasMessage("sans répondre à la requête ; s'il parle wss, ajoutez -Dtls=true");

        var second = opening();
        try (var socket = serverSocket.accept()) {
            new RawPeer(socket).receiveHead();
            Sockets.reset(socket);
        }
        assertThatThrownBy(second::join).cause().cause().isInstanceOf(EOFException.class)
                .hasMessageStartingWith("connexion réinitialisée (RST), sans répondre à la requête");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n\r\n", "220 ftp\r\n\r\n", "HTTP/1.1 400 Bad Request\r\n\r\n",
            "HTTP/1.1 101 Switching Protocols\r\n\r\n",
            "HTTP/1.1 101 Switching Protocols\r\nSec-WebSocket-Extensions: permessage-deflate\r\n\r\n"})
    void a_response_that_agrees_to_no_upgrade_is_refused(String response) throws IOException {
        var opening = opening();
        try (var server = new RawPeer(serverSocket.accept())) {
            server.receiveHead();
            server.sendBytes(response.getBytes());
            assertThatThrownBy(opening::join).isInstanceOf(CompletionException.class).cause().cause()
                    .isInstanceOf(IOException.class).hasMessageStartingWith("la réponse ");
        }
    }

    @Test
    void the_request_has_no_Origin_and_no_body() throws IOException {
        var opening = opening();
        try (var server = new RawPeer(serverSocket.accept())) {
            var request = server.receiveHead();
            assertThat(request).startsWith("GET / HTTP/1.1\r\n")
                    .contains("\r\nHost: localhost:" + serverSocket.getLocalPort() + "\r\n")
                    .doesNotContain("Origin", "Content-Length");
            server.upgrade(RawPeer.accept(request));
            opening.join().close();
        }
    }

    private CompletableFuture<ClientConnection> opening() {
        return CompletableFuture.supplyAsync(() -> open(Heartbeat.Times.DEFAULT));
    }

    private ClientConnection open(Heartbeat.Times times) {
        try {
            return ClientConnection.open("localhost", serverSocket.getLocalPort(), times);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
