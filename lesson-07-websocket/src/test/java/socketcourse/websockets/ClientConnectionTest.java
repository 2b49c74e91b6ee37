package socketcourse.websockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A connection as a client's program sees it. */
class ClientConnectionTest {

    /** Answers. */
    @ServerEndpoint("/")
    public static final class Echo {

        @OnMessage
        public String onMessage(String text) {
            return text;
        }
    }

    /** Answers, and says goodbye in the same breath. */
    @ServerEndpoint("/")
    public static final class OneAnswer {

        @OnMessage
        public void onMessage(String text, Session client) throws IOException {
            client.getAsyncRemote().sendText(text);
            client.close();
        }
    }

    @Test
    void an_IPv6_address_is_a_host_as_any_other() throws IOException {
        try (var server = WebSockets.serve(Echo.class, "::1", 0);
                var client = WebSockets.connect("::1", server.port())) {
            assertThat(server.uri()).isEqualTo("ws://[::1]:" + server.port());
            client.send("hi");
            assertThat(client.recv()).isEqualTo("hi");
        }
    }

    @Test
    void what_has_come_is_received_before_the_server_s_goodbye() throws IOException {
        try (var server = WebSockets.serve(OneAnswer.class, "localhost", 0);
                var client = WebSockets.connect("localhost", server.port())) {
            client.send("hi");
            assertThat(client.recv()).isEqualTo("hi");
            assertThatThrownBy(client::recv).isInstanceOf(IOException.class).hasMessageContaining("1000");
        }
    }

    @Test
    void an_answer_that_does_not_come_is_waited_for_so_long_and_no_longer() throws IOException {
        try (var server = WebSockets.serve(Echo.class, "localhost", 0);
                var client = WebSockets.connect("localhost", server.port())) {
            client.setSoTimeout(10);
            assertThatThrownBy(client::recv).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void a_server_that_answers_no_ping_is_gone() throws Exception {
        var times = new Heartbeat.Times(Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofSeconds(1),
                Duration.ofSeconds(10));
        try (var serverSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var opening = CompletableFuture.supplyAsync(() -> open(serverSocket.getLocalPort(), times));
            try (var server = upgraded(serverSocket); var client = opening.join()) {
                assertThatThrownBy(client::recv).isInstanceOf(IOException.class)
                        .hasMessageContaining("aucun signe de vie");
                server.awaitEnd();
            }
        }
    }

    @Test
    void texts_that_come_before_they_are_asked_for_wait_their_turn_and_the_server_s_goodbye_behind_them()
            throws IOException {
        try (var serverSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (var time = 1; time <= 50; time++) {
                var opening = CompletableFuture.supplyAsync(
                        () -> open(serverSocket.getLocalPort(), Heartbeat.Times.DEFAULT));
                try (var server = upgraded(serverSocket)) {
                    for (var number = 0; number < 2 * Inbox.ROOM; number++) {
                        server.sendText("text " + number);
                    }
                    server.send(0x80 | RawPeer.CLOSE, new byte[] {0x03, (byte) 0xE8});
                    try (var client = opening.join()) {
                        for (var number = 0; number < 2 * Inbox.ROOM; number++) {
                            assertThat(client.recv()).isEqualTo("text " + number);
                        }
                        assertThatThrownBy(client::recv).isInstanceOf(IOException.class).hasMessageContaining("1000");
                    }
                }
            }
        }
    }

    @Test
    void it_waits_for_the_server_s_goodbye_and_not_for_ever() throws IOException {
        try (var serverSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var opening = CompletableFuture.supplyAsync(
                    () -> open(serverSocket.getLocalPort(), Heartbeat.Times.DEFAULT));
            try (var server = upgraded(serverSocket)) {
                var client = opening.join();
                var begin = System.nanoTime();
                client.close();
                assertThat(Duration.ofNanos(System.nanoTime() - begin).toMillis())
                        .isGreaterThanOrEqualTo(ClientConnection.GOODBYE_MILLIS);
                assertThat(server.receive().opcode()).isEqualTo(RawPeer.CLOSE);
            }
        }
    }

    @Test
    void who_closes_once_more_does_not_cut_off_the_goodbye() throws IOException {
        try (var serverSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (var time = 1; time <= 50; time++) {
                var opening = CompletableFuture.supplyAsync(
                        () -> open(serverSocket.getLocalPort(), Heartbeat.Times.DEFAULT));
                try (var server = upgraded(serverSocket)) {
                    var client = opening.join();
                    var twice = CompletableFuture.allOf(CompletableFuture.runAsync(client::close),
                            CompletableFuture.runAsync(client::close));
                    var goodbye = server.receive();
                    assertThat(goodbye.code()).isEqualTo(1000);
                    server.send(0x80 | RawPeer.CLOSE, goodbye.payload());
                    twice.join();
                }
            }
        }
    }

    private static ClientConnection open(int port, Heartbeat.Times times) {
        try {
            return ClientConnection.open("localhost", port, times);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server's end of a connection that is open. */
    private static RawPeer upgraded(ServerSocket serverSocket) throws IOException {
        var server = new RawPeer(serverSocket.accept());
        server.upgrade(RawPeer.accept(server.receiveHead()));
        return server;
    }
}
