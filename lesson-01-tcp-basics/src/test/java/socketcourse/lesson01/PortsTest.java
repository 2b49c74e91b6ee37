package socketcourse.lesson01;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import socketcourse.testing.net.Ports;
import socketcourse.testing.net.SocketTable;
import socketcourse.testing.net.TimeWait;

/** A script without SO_REUSEADDR finds its port free again when it is graded, whoever hung up first. */
@EnabledOnOs(OS.LINUX)
class PortsTest {

    @Test
    void a_port_is_cleared_although_its_server_hung_up_first() throws Exception {
        var port = Ports.free();
        connect(port, (server, client) -> {
            server.close();
            client.close();
        });
        assertThat(SocketTable.isFree(port)).isFalse();
        assertIsCleared(port);
    }

    @Test
    void a_port_is_cleared_although_both_ends_hung_up_at_the_same_time() throws Exception {
        var port = Ports.free();
        var attempts = 0;
        while (!isHeldByBothEnds(port, connect(port, PortsTest::closeTogether))) {
            assertThat(++attempts).as("attempts").isLessThan(1000);
            port = Ports.free();
        }
        assertIsCleared(port);
    }

    private static boolean isHeldByBothEnds(int port, int clientPort) {
        return TimeWait.peersOf(port).contains(clientPort) && TimeWait.peersOf(clientPort).equals(List.of(port));
    }

    private static void assertIsCleared(int port) {
        var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!SocketTable.isFree(port) && System.nanoTime() < deadline) {
            TimeWait.clear(port);
        }
        assertThat(SocketTable.isFree(port)).isTrue();
    }

    private interface Goodbye {

        void say(Socket server, Socket client) throws Exception;
    }

    /** Connects to a port, ends the connection, and returns the port of the client. */
    private static int connect(int port, Goodbye goodbye) throws Exception {
        try (var serverSocket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                var client = new Socket()) {
            client.setReuseAddress(true);
            // As a terminal does: the system's own choice may be a port that has another connection in TIME_WAIT.
            client.bind(new InetSocketAddress(serverSocket.getInetAddress(), Ports.free()));
            client.connect(new InetSocketAddress(serverSocket.getInetAddress(), port));
            var clientPort = client.getLocalPort();
            goodbye.say(serverSocket.accept(), client);
            return clientPort;
        }
    }

    private static void closeTogether(Socket server, Socket client) throws Exception {
        var start = new CyclicBarrier(2);
        var other = CompletableFuture.runAsync(() -> {
            try (server) {
                start.await();
            } catch (IOException | InterruptedException | BrokenBarrierException e) {
                throw new AssertionError(e);
            }
        }, task -> new Thread(task).start());
        start.await();
        client.close();
        other.join();
    }
}
