package socketcourse.lesson05;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Isolated;
import socketcourse.testing.net.Ports;

/**
 * SO_REUSEADDR lets a server bind a port that still has a connection in TIME_WAIT. Isolated, because a child process
 * briefly inherits the sockets of the process that starts it and so keeps their ports in use.
 */
@Isolated
class ReuseAddressTest {

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void without_SO_REUSEADDR_TIME_WAIT_blocks_the_port() throws IOException {
        var address = leaveConnectionInTimeWait();
        try (var serverSocket = new ServerSocket()) {
            serverSocket.setReuseAddress(false);
            assertThatThrownBy(() -> serverSocket.bind(address)).isInstanceOf(BindException.class);
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void with_SO_REUSEADDR_TIME_WAIT_does_not_block_the_port() throws IOException {
        var address = leaveConnectionInTimeWait();
        try (var serverSocket = new ServerSocket()) {
            serverSocket.setReuseAddress(true);
            serverSocket.bind(address);
            assertThat(serverSocket.isBound()).isTrue();
        }
    }

    @Test
    void Java_sets_SO_REUSEADDR_by_default_except_on_Windows() throws IOException {
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
