package socketcourse.lesson07;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;

/** The echo server and its clients. */
@ExtendWith(TerminalsExtension.class)
class EchoTest {

    @Test
    void port_0_lets_the_system_choose_and_the_server_shows_its_choice(Terminals terminals) {
        var server = terminals.run("echo-server", 0);
        var banner = Pattern.compile("Serveur WebSocket en écoute sur ws://localhost:([1-9]\\d+)\n");
        server.showsMatch(banner);
        var port = banner.matcher(server.screen()).results().findFirst().orElseThrow().group(1);
        terminals.run("echo-client", Integer.parseInt(port)).endsSuccessfully();
    }

    @Test
    void whoever_finds_the_port_open_can_join(Terminals terminals) throws IOException {
        for (var start = 1; start <= 5; start++) {
            var server = terminals.server("echo-server");
            RawPeer.joined(server.port()).close();
        }
    }

    @Test
    void texts_and_pings_of_any_size_up_to_the_limit_come_back(Terminals terminals) throws IOException {
        var server = terminals.server("echo-server");
        try (var client = RawPeer.joined(server.port())) {
            for (var length : new int[] {0, 1, 125, 126, 65_535, 65_536, 1 << 20}) {
                var text = "é".repeat(length / 2) + "x".repeat(length % 2);
                client.sendText(text);
                assertThat(client.receive().text()).isEqualTo("Echo : " + text);
            }
            client.send(0x80 | RawPeer.PING, new byte[] {1, 2, 3});
            var pong = client.receive();
            assertThat(pong.opcode()).isEqualTo(RawPeer.PONG);
            assertThat(pong.payload()).containsExactly(1, 2, 3);
        }
    }

    /** On Linux all of 127.0.0.0/8 is this machine; elsewhere 127.0.0.2 is nobody. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void localhost_is_not_reachable_through_another_address_of_the_machine(Terminals terminals) throws IOException {
        var server = terminals.server("echo-server");
        assertThatThrownBy(() -> new Socket("127.0.0.2", server.port())).isInstanceOf(ConnectException.class);

        var open = terminals.server("echo-server", "-Dhost=0.0.0.0");
        try (var socket = new Socket("127.0.0.2", open.port())) {
            assertThat(socket.isConnected()).isTrue();
        }
    }

    @Test
    void a_text_may_come_in_fragments_even_with_a_character_cut_in_two(Terminals terminals) throws IOException {
        var server = terminals.server("echo-server");
        try (var client = RawPeer.joined(server.port())) {
            client.send(RawPeer.TEXT, new byte[] {'a', (byte) 0xC3});
            client.send(0x80 | RawPeer.PING, new byte[0]);
            client.send(0x80, new byte[] {(byte) 0xA9});
            assertThat(client.receive().opcode()).isEqualTo(RawPeer.PONG);
            assertThat(client.receive().text()).isEqualTo("Echo : aé");
        }
    }

    @Test
    void a_client_is_not_kept_waiting_by_a_server_that_speaks_no_WebSocket(Terminals terminals) throws IOException {
        try (var serverSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var client = terminals.run("echo-client", serverSocket.getLocalPort());
            try (var clientSocket = serverSocket.accept()) {
                clientSocket.getInputStream().read(new byte[1024]);
                clientSocket.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII));
                assertThat(client.endsInError()).contains("localhost:" + client.port(), "101");
            }
        }
    }

    @Test
    void a_text_that_comes_before_it_is_asked_for_waits_its_turn(Terminals terminals) throws IOException {
        try (var serverSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var client = terminals.run("echo-client", serverSocket.getLocalPort());
            try (var server = new RawPeer(serverSocket.accept())) {
                server.upgrade(RawPeer.accept(server.receiveHead()));
                server.sendText("one");
                server.sendText("two");
                client.endsShowing("Réponse : one\nRéponse : two\n");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo-client", "client"})
    void a_server_that_closes_at_once_ends_its_client_with_a_clear_line(String program, Terminals terminals)
            throws IOException {
        try (var serverSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (var time = 1; time <= 5; time++) {
                var client = terminals.run(program, serverSocket.getLocalPort());
                try (var server = new RawPeer(serverSocket.accept())) {
                    server.upgrade(RawPeer.accept(server.receiveHead()));
                    server.send(0x80 | RawPeer.CLOSE, new byte[] {0x03, (byte) 0xE8});
                    server.awaitEnd();
                }
                assertThat(client.endsInError()).contains("localhost:" + client.port());
            }
        }
    }
}
