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

/** The echo server and its client, with unusual peers. */
@ExtendWith(TerminalsExtension.class)
class EchoTest {

    @Test
    void the_server_prints_the_port_that_the_system_chose(Terminals terminals) {
        var server = terminals.run("echo-server", 0);
        var banner = Pattern.compile("Serveur WebSocket en écoute sur ws://localhost:([1-9]\\d+)\n");
        server.showsMatch(banner);
        var port = banner.matcher(server.screen()).results().findFirst().orElseThrow().group(1);
        terminals.run("echo-client", Integer.parseInt(port)).endsSuccessfully();
    }

    /** On Linux all of 127.0.0.0/8 is this machine; elsewhere 127.0.0.2 does not exist. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void another_address_of_the_machine_is_not_localhost(Terminals terminals) throws IOException {
        var server = terminals.server("echo-server");
        assertThatThrownBy(() -> new Socket("127.0.0.2", server.port())).isInstanceOf(ConnectException.class);

        var open = terminals.server("echo-server", "-Dhost=0.0.0.0");
        try (var socket = new Socket("127.0.0.2", open.port())) {
            assertThat(socket.isConnected()).isTrue();
        }
    }

    @Test
    void a_server_without_WebSocket_ends_the_client(Terminals terminals) throws IOException {
        try (var serverSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var client = terminals.run("echo-client", serverSocket.getLocalPort());
            try (var server = new RawPeer(serverSocket.accept())) {
                server.receiveHead();
                server.sendBytes("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII));
                assertThat(client.endsInError())
                        .contains("localhost:" + client.port(), "la réponse est 200, et non 101");
            }
        }
    }

    @Test
    void a_wrong_Sec_WebSocket_Accept_ends_the_client(Terminals terminals) throws IOException {
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
    void a_server_that_closes_at_once_ends_the_client(String program, Terminals terminals) throws IOException {
        try (var serverSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var client = terminals.run(program, serverSocket.getLocalPort());
            try (var server = new RawPeer(serverSocket.accept())) {
                server.upgrade(RawPeer.accept(server.receiveHead()));
                server.send(0x80 | RawPeer.CLOSE, new byte[] {0x03, (byte) 0xE8});
                server.awaitEnd();
            }
            assertThat(client.endsInError())
                    .contains("localhost:" + client.port(), "a fermé la connexion", "code 1000");
        }
    }

    @Test
    void an_illegal_frame_ends_the_client_with_its_name(Terminals terminals) throws IOException {
        try (var serverSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var client = terminals.run("echo-client", serverSocket.getLocalPort());
            try (var server = new RawPeer(serverSocket.accept())) {
                server.upgrade(RawPeer.accept(server.receiveHead()));
                server.send(0xC0 | RawPeer.TEXT, new byte[0]);
                assertThat(client.endsInError()).contains("localhost:" + client.port(),
                        "une trame que le protocole interdit (code 1002) : bit RSV sans extension");
            }
        }
    }
}
