package socketcourse.lesson03;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import socketcourse.testing.Terminal;
import socketcourse.testing.Terminals;

/** The two programs of the lesson, with each other and with strangers. */
@ExtendWith(Terminals.Extension.class)
class UdpTest {

    @Test
    void the_server_shows_the_datagram_and_answers_whoever_sent_it(Terminals terminals) {
        var server = terminals.server("server");
        server.shows("Serveur UDP en écoute...\n");

        terminals.run("client", server.port()).endsShowing("Réponse : Message bien reçu !\n");
        assertShowsMessage(server, "Hello UDP !");
    }

    @Test
    void the_server_sends_its_answer_and_not_a_byte_more(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        try (var socket = newSocket()) {
            send(socket, "Ça va ?".getBytes(UTF_8), server);
            assertThat(receive(socket)).isEqualTo("Message bien reçu !");
        }
        assertShowsMessage(server, "Ça va ?");
    }

    @Test
    void the_client_sends_one_datagram_and_shows_any_answer(Terminals terminals) throws IOException {
        try (var socket = newSocket()) {
            var client = terminals.run("client", socket.getLocalPort());
            var datagram = new DatagramPacket(new byte[2000], 2000);
            socket.receive(datagram);
            assertThat(text(datagram)).isEqualTo("Hello UDP !");

            datagram.setData("Été".getBytes(UTF_8));
            socket.send(datagram);
            client.endsShowing("Réponse : Été\n");
        }
    }

    @Test
    void what_does_not_fit_the_buffer_of_1024_bytes_is_lost(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        try (var socket = newSocket()) {
            send(socket, "x".repeat(2000).getBytes(UTF_8), server);
            assertShowsMessage(server, "x".repeat(1024));
        }
    }

    @Test
    void an_empty_datagram_is_a_message_too(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        try (var socket = newSocket()) {
            send(socket, new byte[0], server);
            assertShowsMessage(server, "");
        }
    }

    @Test
    void bytes_that_are_no_UTF_8_show_as_replacement_characters(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        try (var socket = newSocket()) {
            send(socket, "Ça".getBytes(ISO_8859_1), server);
            assertShowsMessage(server, "\uFFFDa");
        }
    }

    @Test
    void a_sender_that_is_gone_before_the_answer_harms_nobody(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        try (var socket = newSocket()) {
            send(socket, "Adieu".getBytes(UTF_8), server);
        }
        assertShowsMessage(server, "Adieu");
    }

    private static DatagramSocket newSocket() throws IOException {
        var socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        socket.setSoTimeout((int) Terminal.PATIENCE.toMillis());
        return socket;
    }

    private static void send(DatagramSocket socket, byte[] message, Terminal server) throws IOException {
        SocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
        socket.send(new DatagramPacket(message, message.length, address));
    }

    private static String receive(DatagramSocket socket) throws IOException {
        var datagram = new DatagramPacket(new byte[2000], 2000);
        socket.receive(datagram);
        return text(datagram);
    }

    private static String text(DatagramPacket datagram) {
        return new String(datagram.getData(), 0, datagram.getLength(), UTF_8);
    }

    private static void assertShowsMessage(Terminal server, String message) {
        server.endsShowing("Serveur UDP en écoute...\nMessage de A : " + message + "\n");
    }
}
