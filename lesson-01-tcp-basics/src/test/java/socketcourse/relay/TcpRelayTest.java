package socketcourse.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class TcpRelayTest {

    /** In milliseconds; a read that takes longer fails. */
    private static final int TIMEOUT = 60_000;

    private final TcpRelay relay = new TcpRelay(TcpRelay.LARGEST_READ, 0);
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

    /** Records the events of one end. */
    private TcpRelay.Tap tap(String name) {
        return new TcpRelay.Tap() {

            @Override
            public void bytes(byte[] buffer, int length) {
                events.add(name + " " + new String(buffer, 0, length, UTF_8));
            }

            @Override
            public void fin() {
                events.add(name + " FIN");
            }

            @Override
            public void rst() {
                events.add(name + " RST");
            }
        };
    }

    /** A client and a server that are connected through the relay. */
    private final class Ends implements AutoCloseable {

        final Socket client;
        final Socket server;
        final Thread carrier;

        Ends() throws IOException {
            this(relay);
        }

        Ends(TcpRelay relay) throws IOException {
            try (var forClients = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    var forRelay = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                client = new Socket(forClients.getInetAddress(), forClients.getLocalPort());
                client.setSoTimeout(TIMEOUT);
                var relayed = forClients.accept();
                var toServer = new Socket(forRelay.getInetAddress(), forRelay.getLocalPort());
                server = forRelay.accept();
                server.setSoTimeout(TIMEOUT);
                carrier = new Thread(() -> carry(relay, relayed, toServer));
                carrier.setDaemon(true);
                carrier.start();
            }
        }

        private void carry(TcpRelay relay, Socket relayed, Socket toServer) {
            try {
                relay.carry(relayed, tap("client"), toServer, tap("server"));
            } catch (IOException | InterruptedException e) {
                events.add(e.toString());
            }
        }

        @Override
        public void close() throws IOException {
            client.close();
            server.close();
        }
    }

    @Test
    void one_end_can_finish_sending_and_still_receive() throws IOException, InterruptedException {
        try (var ends = new Ends()) {
            ends.client.getOutputStream().write("question".getBytes(UTF_8));
            ends.client.shutdownOutput();
            assertThat(ends.server.getInputStream().readAllBytes()).asString(UTF_8).isEqualTo("question");
            ends.server.getOutputStream().write("answer".getBytes(UTF_8));
            ends.server.close();
            assertThat(ends.client.getInputStream().readAllBytes()).asString(UTF_8).isEqualTo("answer");
            assertThat(events.take()).isEqualTo("client question");
            assertThat(events.take()).isEqualTo("client FIN");
            assertThat(events.take()).isEqualTo("server answer");
            assertThat(events.take()).isEqualTo("server FIN");
        }
    }

    /** A closed end accepts no data, so the data that it sent before must not wait for the other direction. */
    @Test
    void data_sent_before_a_close_arrives_while_the_other_end_sends() throws IOException, InterruptedException {
        var slow = new TcpRelay(4, 100);
        try (var ends = new Ends(slow)) {
            answersTheBeginning(ends.client, ends.server);
        }
        try (var ends = new Ends(slow)) {
            answersTheBeginning(ends.server, ends.client);
        }
    }

    private static void answersTheBeginning(Socket asks, Socket answers) throws IOException {
        asks.getOutputStream().write("Salut, toi là-bas !".getBytes(UTF_8));
        assertThat(answers.getInputStream().readNBytes(4)).asString(UTF_8).isEqualTo("Salu");
        answers.getOutputStream().write("Bien reçu, merci !".getBytes(UTF_8));
        answers.close();
        assertThat(asks.getInputStream().readNBytes(19)).asString(UTF_8).isEqualTo("Bien reçu, merci !");
    }

    @Test
    void a_reset_of_one_end_resets_the_other() throws IOException, InterruptedException {
        for (var i = 0; i < 3; i++) {
            try (var ends = new Ends()) {
                TcpRelay.reset(ends.client);
                assertThatThrownBy(() -> ends.server.getInputStream().read()).isInstanceOf(SocketException.class);
                assertThat(events.take()).isEqualTo("client RST");
            }
            try (var ends = new Ends()) {
                TcpRelay.reset(ends.server);
                assertThatThrownBy(() -> ends.client.getInputStream().read()).isInstanceOf(SocketException.class);
                assertThat(events.take()).isEqualTo("server RST");
            }
        }
        assertThat(events).isEmpty();
    }

    @Test
    void a_piece_held_during_a_reset_is_not_shown_as_forwarded() throws IOException, InterruptedException {
        try (var ends = new Ends(new TcpRelay(TcpRelay.LARGEST_READ, 300))) {
            ends.client.getOutputStream().write("one".getBytes(UTF_8));
            ends.server.getInputStream().readNBytes(3);
            ends.client.getOutputStream().write("two".getBytes(UTF_8));
            TcpRelay.reset(ends.server);
            ends.carrier.join();
        }
        assertThat(events).containsExactly("client one", "server RST");
    }

    @Test
    void a_reset_during_a_large_transfer_is_not_taken_for_a_close() throws IOException, InterruptedException {
        for (var i = 0; i < 30; i++) {
            try (var ends = new Ends()) {
                var sender = new Thread(() -> send(ends.client));
                sender.start();
                ends.server.getInputStream().read();
                TcpRelay.reset(ends.server);
                sender.join();
                String last;
                do {
                    last = events.take();
                } while (last.startsWith("client "));
                assertThat(last).isEqualTo("server RST");
            }
        }
    }

    /** Sends until the connection is reset. */
    private static void send(Socket socket) {
        try {
            while (true) {
                socket.getOutputStream().write(new byte[100_000]);
            }
        } catch (IOException e) {
            // The connection is reset.
        }
    }
}
