package socketcourse.lesson01;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import socketcourse.testing.Ports;

/** A script without SO_REUSEADDR finds its port free again when it is graded, whoever hung up first. */
@EnabledOnOs(OS.LINUX)
class PortsTest {

    @Test
    void a_port_is_cleared_although_its_server_hung_up_first() throws IOException {
        var port = Ports.free();
        connectAndClose(port, Socket::close, Socket::close);
        assertThat(Ports.isFree(port)).isFalse();
        assertIsCleared(port);
    }

    @Test
    void a_port_is_cleared_although_both_ends_hung_up_at_the_same_time() throws IOException {
        int port;
        int clientPort;
        do {
            port = Ports.free();
            var start = new CyclicBarrier(2);
            clientPort = connectAndClose(port, server -> new Thread(() -> closeTogether(server, start)).start(),
                    client -> closeTogether(client, start));
        } while (Ports.isFree(clientPort));
        assertIsCleared(port);
    }

    private static void assertIsCleared(int port) {
        var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!Ports.isFree(port) && System.nanoTime() < deadline) {
            Ports.clear(port);
        }
        assertThat(Ports.isFree(port)).isTrue();
    }

    private interface End {

        void close(Socket socket) throws IOException;
    }

    /** Connects to a port and ends the connection; returns the port of the client. */
    private static int connectAndClose(int port, End server, End client) throws IOException {
        try (var serverSocket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                var clientSocket = new Socket()) {
            clientSocket.setReuseAddress(true);
            clientSocket.connect(new InetSocketAddress(serverSocket.getInetAddress(), port));
            var clientPort = clientSocket.getLocalPort();
            server.close(serverSocket.accept());
            client.close(clientSocket);
            return clientPort;
        }
    }

    private static void closeTogether(Socket socket, CyclicBarrier start) {
        try (socket) {
            start.await();
        } catch (IOException | InterruptedException | BrokenBarrierException e) {
            throw new AssertionError(e);
        }
    }
}
