package socketcourse.lesson05;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import socketcourse.testing.net.Ports;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;

/**
 * What SO_REUSEADDR is for: to start a server again at once. Isolated, because a process that starts holds the sockets
 * of the one that starts it for a moment, and their ports with them.
 */
@Isolated
@ExtendWith(TerminalsExtension.class)
class ReuseAddressTest {

    @Test
    void a_server_killed_with_its_client_connected_starts_again_at_once(Terminals terminals) throws IOException {
        var port = Ports.free();
        for (var start = 1; start <= 20; start++) {
            var server = terminals.run("server", port);
            server.awaitListening();
            try (var client = server.connect()) {
                server.showsMatch(Pattern.compile("Client connecté"));
                server.kill();
                assertThat(client.getInputStream().read()).isEqualTo(-1);
            }
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void without_SO_REUSEADDR_a_connection_in_TIME_WAIT_keeps_its_port() throws IOException {
        var address = leaveConnectionInTimeWait();
        try (var serverSocket = new ServerSocket()) {
            serverSocket.setReuseAddress(false);
            assertThatThrownBy(() -> serverSocket.bind(address)).isInstanceOf(BindException.class);
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void with_SO_REUSEADDR_the_port_is_free_at_once() throws IOException {
        var address = leaveConnectionInTimeWait();
        try (var serverSocket = new ServerSocket()) {
            serverSocket.setReuseAddress(true);
            serverSocket.bind(address);
            assertThat(serverSocket.isBound()).isTrue();
        }
    }

    @Test
    void the_default_of_Java_differs_between_systems() throws IOException {
        try (var serverSocket = new ServerSocket()) {
            assertThat(serverSocket.getReuseAddress()).isEqualTo(!OS.WINDOWS.isCurrentOs());
        }
    }

    /** The end that closes first keeps the connection in TIME_WAIT (RFC 9293, section 3.6). */
    private static InetSocketAddress leaveConnectionInTimeWait() throws IOException {
        try (var serverSocket = new ServerSocket()) {
            serverSocket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free()));
            var address = (InetSocketAddress) serverSocket.getLocalSocketAddress();
            try (var client = new Socket(address.getAddress(), address.getPort())) {
                serverSocket.accept().close();
                assertThat(client.getInputStream().read()).isEqualTo(-1);
            }
            return address;
        }
    }
}
