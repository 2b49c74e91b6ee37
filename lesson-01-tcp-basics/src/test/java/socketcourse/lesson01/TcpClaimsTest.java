package socketcourse.lesson01;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import socketcourse.testing.net.Ports;

/** The chapter's claims about TCP, checked with bare sockets. */
class TcpClaimsTest {

    private static final InetAddress LOCALHOST = InetAddress.getLoopbackAddress();

    @Test
    void accept_blocks_until_a_client_connects() throws IOException {
        try (var serverSocket = new ServerSocket(0, 1, LOCALHOST)) {
            serverSocket.setSoTimeout(100);
            assertThatThrownBy(serverSocket::accept).isInstanceOf(SocketTimeoutException.class);

            serverSocket.setSoTimeout(0);
            try (var client = new Socket(LOCALHOST, serverSocket.getLocalPort());
                    var clientSocket = serverSocket.accept()) {
                assertThat(clientSocket.getPort()).isEqualTo(client.getLocalPort());
            }
        }
    }

    @Test
    void accept_returns_a_socket_and_an_address_for_each_client() throws IOException {
        try (var serverSocket = new ServerSocket(0, 2, LOCALHOST);
                var alice = new Socket(LOCALHOST, serverSocket.getLocalPort());
                var forAlice = serverSocket.accept();
                var bob = new Socket(LOCALHOST, serverSocket.getLocalPort());
                var forBob = serverSocket.accept()) {
            assertThat(forAlice.getRemoteSocketAddress()).isEqualTo(alice.getLocalSocketAddress());
            assertThat(forBob.getRemoteSocketAddress()).isEqualTo(bob.getLocalSocketAddress());

            forAlice.getOutputStream().write('a');
            forBob.getOutputStream().write('b');
            assertThat(alice.getInputStream().read()).isEqualTo('a');
            assertThat(bob.getInputStream().read()).isEqualTo('b');
        }
    }

    @Test
    void each_client_gets_a_new_ephemeral_port() throws IOException {
        try (var serverSocket = new ServerSocket(0, 2, LOCALHOST);
                var first = new Socket(LOCALHOST, serverSocket.getLocalPort());
                var second = new Socket(LOCALHOST, serverSocket.getLocalPort())) {
            assertThat(first.getLocalPort()).isBetween(1024, 65535).isNotEqualTo(serverSocket.getLocalPort());
            assertThat(second.getLocalPort()).isBetween(1024, 65535).isNotEqualTo(first.getLocalPort());
        }
    }

    @Test
    void connecting_succeeds_before_accept_is_called() throws IOException {
        try (var serverSocket = new ServerSocket(0, 1, LOCALHOST);
                var client = new Socket(LOCALHOST, serverSocket.getLocalPort())) {
            client.getOutputStream().write('!');
            try (var clientSocket = serverSocket.accept()) {
                assertThat(clientSocket.getInputStream().read()).isEqualTo('!');
            }
        }
    }

    @Test
    void connecting_to_a_port_without_a_listener_is_refused() {
        assertThatThrownBy(() -> new Socket(LOCALHOST, Ports.free())).isInstanceOf(ConnectException.class);
    }

    /** Linux queues one connection more than the backlog and drops the next SYN; other systems count differently. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void the_backlog_limits_the_connections_that_wait() throws IOException {
        assertThat(connectionsThatWait(1)).isEqualTo(2);
        assertThat(connectionsThatWait(5)).isEqualTo(6);
    }

    private static int connectionsThatWait(int backlog) throws IOException {
        Deque<Socket> waiting = new ArrayDeque<>();
        try (var serverSocket = new ServerSocket(0, backlog, LOCALHOST)) {
            var address = new InetSocketAddress(LOCALHOST, serverSocket.getLocalPort());
            while (true) {
                waiting.push(new Socket());
                waiting.peek().connect(address, 200);
            }
        } catch (SocketTimeoutException e) {
            return waiting.size() - 1;
        } finally {
            for (var socket : waiting) {
                socket.close();
            }
        }
    }
}
