package socketcourse.websockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Scanner;
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
        try (var serverSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var server = new Thread(() -> upgradeAndFallSilent(serverSocket));
            server.start();
            var times = new Heartbeat.Times(Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofSeconds(1),
                    Duration.ofSeconds(10));
            try (var client = ClientConnection.open("localhost", serverSocket.getLocalPort(), times)) {
                assertThatThrownBy(client::recv).isInstanceOf(IOException.class)
                        .hasMessageContaining("aucun signe de vie");
            }
            server.join();
        }
    }

    private static void upgradeAndFallSilent(ServerSocket serverSocket) {
        try (var client = serverSocket.accept()) {
            var key = new Scanner(client.getInputStream(), StandardCharsets.US_ASCII)
                    .findWithinHorizon("(?i)Sec-WebSocket-Key: (\\S+)[\\s\\S]*?\r\n\r\n", 0)
                    .replaceAll("(?is)^Sec-WebSocket-Key: (\\S+).*", "$1");
            var accept = Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(
                    (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII)));
            client.getOutputStream().write("""
                    HTTP/1.1 101 Switching Protocols\r
                    Upgrade: websocket\r
                    Connection: Upgrade\r
                    Sec-WebSocket-Accept: %s\r
                    \r
                    """.formatted(accept).getBytes(StandardCharsets.US_ASCII));
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (Exception e) {
            // The client has hung up.
        }
    }
}
