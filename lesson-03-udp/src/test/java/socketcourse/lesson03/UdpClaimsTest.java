package socketcourse.lesson03;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import socketcourse.testing.net.Ports;

/** The chapter's comparison of TCP and UDP, checked with bare sockets. */
class UdpClaimsTest {

    private static final InetAddress LOCALHOST = InetAddress.getLoopbackAddress();

    private DatagramSocket alice;
    private DatagramSocket bob;

    @BeforeEach
    void bind() throws IOException {
        alice = new DatagramSocket(new InetSocketAddress(LOCALHOST, 0));
        bob = new DatagramSocket(new InetSocketAddress(LOCALHOST, 0));
        alice.setSoTimeout(10_000);
        bob.setSoTimeout(10_000);
    }

    @AfterEach
    void close() {
        alice.close();
        bob.close();
    }

    @Test
    void one_unconnected_socket_receives_from_every_sender() throws IOException {
        try (var carol = new DatagramSocket(new InetSocketAddress(LOCALHOST, 0))) {
            send(alice, "from Alice", bob.getLocalPort());
            send(carol, "from Carol", bob.getLocalPort());
            assertThat(text(receive(bob, 100))).isEqualTo("from Alice");
            assertThat(text(receive(bob, 100))).isEqualTo("from Carol");
            assertThat(bob.isConnected()).isFalse();
        }
    }

    @Test
    void receiving_returns_the_data_and_its_sender() throws IOException {
        send(alice, "Who am I?", bob.getLocalPort());
        var datagram = receive(bob, 100);
        assertThat(text(datagram)).isEqualTo("Who am I?");
        assertThat(datagram.getSocketAddress()).isEqualTo(alice.getLocalSocketAddress());
    }

    @Test
    void sending_to_a_port_without_a_receiver_succeeds() throws IOException {
        var unusedPort = Ports.free();
        send(alice, "Anybody?", unusedPort);
        send(alice, "Anybody?", unusedPort);
    }

    @Test
    void two_sends_need_two_receives() throws IOException {
        send(alice, "one", bob.getLocalPort());
        send(alice, "two", bob.getLocalPort());
        assertThat(text(receive(bob, 100))).isEqualTo("one");
        assertThat(text(receive(bob, 100))).isEqualTo("two");
    }

    @Test
    void in_TCP_one_read_may_return_two_sends() throws IOException {
        try (var serverSocket = new ServerSocket(0, 1, LOCALHOST);
                var sender = new Socket(LOCALHOST, serverSocket.getLocalPort());
                var receiver = serverSocket.accept()) {
            sender.getOutputStream().write("one".getBytes(UTF_8));
            sender.getOutputStream().write("two".getBytes(UTF_8));
            while (receiver.getInputStream().available() < 6) {
                Thread.onSpinWait();
            }
            assertThat(receiver.getInputStream().read(new byte[100])).isEqualTo(6);
        }
    }

    @Test
    void a_datagram_arrives_whole() throws IOException {
        send(alice, "x".repeat(60_000), bob.getLocalPort());
        assertThat(text(receive(bob, 65_535))).isEqualTo("x".repeat(60_000));
    }

    @Test
    void data_that_exceeds_the_buffer_is_lost() throws IOException {
        send(alice, "ABCDEFGHIJKLMNOPQRSTUVWXYZ", bob.getLocalPort());
        send(alice, "next", bob.getLocalPort());
        assertThat(text(receive(bob, 10))).isEqualTo("ABCDEFGHIJ");
        assertThat(text(receive(bob, 10))).isEqualTo("next");
    }

    @Test
    void in_TCP_data_that_exceeds_the_buffer_waits() throws IOException {
        try (var serverSocket = new ServerSocket(0, 1, LOCALHOST);
                var sender = new Socket(LOCALHOST, serverSocket.getLocalPort());
                var receiver = serverSocket.accept()) {
            sender.getOutputStream().write("ABCDEFGHIJKLMNOPQRSTUVWXYZ".getBytes(UTF_8));
            assertThat(new String(receiver.getInputStream().readNBytes(10), UTF_8)).isEqualTo("ABCDEFGHIJ");
            assertThat(new String(receiver.getInputStream().readNBytes(16), UTF_8)).isEqualTo("KLMNOPQRSTUVWXYZ");
        }
    }

    @Test
    void datagrams_are_lost_silently_when_the_receiver_is_slow() throws IOException {
        bob.setReceiveBufferSize(10_000);
        for (var number = 0; number < 1000; number++) {
            send(alice, "x".repeat(1000), bob.getLocalPort());
        }
        bob.setSoTimeout(200);
        assertThatThrownBy(() -> {
            for (var number = 0; number < 1000; number++) {
                receive(bob, 1000);
            }
        }).isInstanceOf(SocketTimeoutException.class);
    }

    /** A network may route each datagram differently; here, a socket between the two ends swaps two datagrams. */
    @Test
    void datagrams_may_arrive_in_another_order() throws IOException {
        try (var middle = new DatagramSocket(new InetSocketAddress(LOCALHOST, 0))) {
            send(alice, "first", middle.getLocalPort());
            send(alice, "second", middle.getLocalPort());
            var first = receive(middle, 100);
            var second = receive(middle, 100);
            send(middle, text(second), bob.getLocalPort());
            send(middle, text(first), bob.getLocalPort());
        }
        assertThat(text(receive(bob, 100))).isEqualTo("second");
        assertThat(text(receive(bob, 100))).isEqualTo("first");
    }

    private static void send(DatagramSocket socket, String message, int port) throws IOException {
        var bytes = message.getBytes(UTF_8);
        socket.send(new DatagramPacket(bytes, bytes.length, LOCALHOST, port));
    }

    private static DatagramPacket receive(DatagramSocket socket, int bufferSize) throws IOException {
        var datagram = new DatagramPacket(new byte[bufferSize], bufferSize);
        socket.receive(datagram);
        return datagram;
    }

    private static String text(DatagramPacket datagram) {
        return new String(datagram.getData(), 0, datagram.getLength(), UTF_8);
    }
}
