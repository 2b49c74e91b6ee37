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
import socketcourse.websockets.RawPeer;

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
    void a_wrong_answer_to_its_key_ends_a_client_with_a_line_that_says_so(Terminals terminals) throws IOException {
        try (var serverSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var client = terminals.run("echo-client", serverSocket.getLocalPort());
            try (var server = new RawPeer(serverSocket.accept())) {
                server.receiveHead();
                server.upgrade("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
                assertThat(client.endsInError()).contains("localhost:" + client.port(), "Sec-WebSocket-Accept");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo-client", "client"})
    void a_server_that_closes_at_once_ends_its_client_with_a_clear_line(String program, Terminals terminals)
            throws IOException {
        try (var serverSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
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
