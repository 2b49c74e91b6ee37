package socketcourse.lesson07;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ConcurrentModificationException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;
import socketcourse.websockets.RawPeer;
import socketcourse.websockets.WebSockets;

/** What the chapter says about WebSocket, HTTP, and the pitfalls of a chat. */
@ExtendWith(TerminalsExtension.class)
class WebSocketClaimsTest {

    @Test
    void the_upgrade_is_HTTP_with_status_101(Terminals terminals) {
        var server = terminals.server("server");
        var handshake = terminals.run("handshake", server.port());
        handshake.endsSuccessfully();
        assertThat(handshake.screen()).matches(Pattern.compile("""
                GET /chat HTTP/1\\.1
                Host: localhost:%d
                Upgrade: websocket
                Connection: Upgrade
                Sec-WebSocket-Key: [A-Za-z0-9+/]{22}==
                Sec-WebSocket-Version: 13

                HTTP/1\\.1 101 Switching Protocols
                (?:[^\n]+: [^\n]+\n){3,}Sec-WebSocket-Accept est correct[^\n]*
                """.formatted(server.port())));
        assertThat(handshake.screen()).contains("\nUpgrade: websocket\n", "\nConnection: Upgrade\n");
    }

    @Test
    void handshake_ends_with_a_close_frame(Terminals terminals) throws IOException {
        try (var serverSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var handshake = terminals.run("handshake", serverSocket.getLocalPort());
            try (var server = new RawPeer(serverSocket.accept())) {
                server.upgrade(RawPeer.accept(server.receiveHead()));
                var close = server.receive();
                assertThat(close.masked()).isTrue();
                assertThat(close.code()).isEqualTo(1000);
            }
            handshake.endsSuccessfully();
        }
    }

    /** The server's answer is the example of RFC 6455, section 1.3, which belongs to another key. */
    @Test
    void a_wrong_answer_to_the_key_is_detected(Terminals terminals) throws IOException {
        try (var serverSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var handshake = terminals.run("handshake", serverSocket.getLocalPort());
            try (var server = new RawPeer(serverSocket.accept())) {
                server.receiveHead();
                server.upgrade("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
            }
            handshake.endsSuccessfully();
            assertThat(handshake.screen()).contains("incorrect");
        }
    }

    @Test
    void after_the_101_the_connection_is_no_longer_HTTP(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        try (var client = RawPeer.joined(server.port())) {
            client.sendBytes("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(UTF_8));
            assertThat(client.receive().code()).isEqualTo(1002);
        }
    }

    @Test
    void one_connection_carries_many_messages_both_ways(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        try (var alice = RawPeer.joined(server.port()); var bob = RawPeer.joined(server.port())) {
            for (var number = 0; number < 100; number++) {
                alice.sendText("to Bob " + number);
                bob.sendText("to Alice " + number);
                assertThat(bob.receive().text()).isEqualTo("to Bob " + number);
                assertThat(alice.receive().text()).isEqualTo("to Alice " + number);
            }
        }
        server.showsText(screen -> screen.split("\nConnexion").length == 3);
    }

    @Test
    void changing_a_plain_set_while_iterating_over_it_fails() {
        Set<String> clients = new HashSet<>(List.of("Alice", "Bob", "Carol"));
        assertThatThrownBy(() -> removeAll(clients)).isInstanceOf(ConcurrentModificationException.class);
    }

    @Test
    void changing_a_concurrent_set_or_a_copy_does_not_fail() {
        Set<String> clients = ConcurrentHashMap.newKeySet();
        clients.addAll(List.of("Alice", "Bob", "Carol"));
        removeAll(clients);
        assertThat(clients).isEmpty();

        Set<String> copied = new HashSet<>(List.of("Alice", "Bob", "Carol"));
        for (var client : List.copyOf(copied)) {
            copied.remove(client);
        }
        assertThat(copied).isEmpty();
    }

    private static void removeAll(Set<String> clients) {
        for (var client : clients) {
            clients.remove(client);
        }
    }

    @Test
    void without_clean_up_a_vanished_client_is_written_to_for_ever() throws Exception {
        try (var server = WebSockets.serve(NoCleanUp.class, "localhost", 0);
                var alice = RawPeer.joined(server.port())) {
            try (var bob = RawPeer.joined(server.port())) {
                alice.sendText("for Bob");
                assertThat(bob.receive().text()).isEqualTo("for Bob");
                assertThat(alice.receive().text()).isEqualTo("1 client(s), 0 failure(s)");
            }
            NoCleanUp.VANISHED.await();
            for (var number = 0; number < 3; number++) {
                alice.sendText("for nobody");
                assertThat(alice.receive().text()).isEqualTo("1 client(s), 1 failure(s)");
            }
        }
    }

    /** The course's handler without {@code finally}. It tells the sender the number of writes and of failures. */
    @ServerEndpoint("/")
    public static final class NoCleanUp {

        private static final Set<Session> CLIENTS = ConcurrentHashMap.newKeySet();
        private static final CountDownLatch VANISHED = new CountDownLatch(1);

        @OnOpen
        public void onOpen(Session client) {
            CLIENTS.add(client);
        }

        @OnMessage
        public String onMessage(String text, Session sender) {
            var writes = 0;
            var failures = 0;
            for (var client : CLIENTS) {
                if (client != sender) {
                    writes++;
                    try {
                        client.getAsyncRemote().sendText(text);
                    } catch (IllegalStateException e) {
                        failures++;
                    }
                }
            }
            return writes + " client(s), " + failures + " failure(s)";
        }

        @OnClose
        public void onClose() {
            VANISHED.countDown();
        }
    }

    @Test
    void wss_is_ws_over_TLS(Terminals terminals) throws Exception {
        var server = terminals.server("server", "-Dtls=true");
        var tls = trusting(Path.of("target", "lesson-07.pem"));
        try (var client = new RawPeer(tls.getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), server.port()))) {
            assertThat(client.request("/")).startsWith("HTTP/1.1 101 Switching Protocols\r\n");
            server.showsText(screen -> screen.contains("1 client(s) connecté(s)"));
            client.send(0x80 | RawPeer.PING, new byte[] {1, 2, 3});
            assertThat(client.receive().payload()).containsExactly(1, 2, 3);
        }
    }

    /** Returns TLS that trusts the certificate in a PEM file. */
    private static SSLContext trusting(Path pem) throws Exception {
        var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (var certificate = Files.newInputStream(pem)) {
            trusted.setCertificateEntry("server",
                    CertificateFactory.getInstance("X.509").generateCertificate(certificate));
        }
        var trustManagers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trustManagers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trustManagers.getTrustManagers(), null);
        return context;
    }
}
