package socketcourse.lesson02;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static socketcourse.testing.Sockets.reset;
import static socketcourse.testing.Sockets.send;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import socketcourse.testing.Terminal;
import socketcourse.testing.Terminals;

/** The four programs of the lesson, with each other and with strangers. */
@ExtendWith(Terminals.Extension.class)
class TcpExchangeTest {

    @Test
    void the_server_shows_what_the_client_sends(Terminals terminals) {
        var server = terminals.server("server");
        server.shows("Serveur en écoute sur le port " + server.port() + "...\n");

        terminals.run("client", server.port()).endsShowing("");
        assertShowsMessage(server, "Salut le serveur !");
    }

    @Test
    void the_reply_server_answers_and_the_reply_client_shows_the_answer(Terminals terminals) {
        var server = terminals.server("reply-server");
        server.shows("En attente d'un client...\n");

        terminals.run("reply-client", server.port()).endsShowing("Réponse du serveur : Bien reçu, merci !\n");
        server.endsShowing("""
                En attente d'un client...
                Reçu : Salut le serveur !
                """);
    }

    @Test
    void the_client_sends_the_message_and_not_a_byte_more(Terminals terminals) throws IOException {
        try (var serverSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var client = terminals.run("client", serverSocket.getLocalPort());
            try (var clientSocket = serverSocket.accept()) {
                var message = clientSocket.getInputStream().readAllBytes();
                assertThat(message).isEqualTo("Salut le serveur !".getBytes(UTF_8));
            }
            client.endsShowing("");
        }
    }

    @Test
    void the_reply_server_sends_its_answer_and_not_a_byte_more(Terminals terminals) throws IOException {
        var server = terminals.server("reply-server");
        try (var socket = server.connect()) {
            send(socket, "Ça va ?");
            assertThat(socket.getInputStream().readAllBytes()).isEqualTo("Bien reçu, merci !".getBytes(UTF_8));
        }
        server.endsShowing("En attente d'un client...\nReçu : Ça va ?\n");
    }

    @Test
    void the_reply_client_asks_first_and_shows_any_answer(Terminals terminals) throws IOException {
        try (var serverSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var client = terminals.run("reply-client", serverSocket.getLocalPort());
            try (var clientSocket = serverSocket.accept()) {
                var message = clientSocket.getInputStream().readNBytes(18);
                assertThat(message).isEqualTo("Salut le serveur !".getBytes(UTF_8));
                send(clientSocket, "Été");
            }
            client.endsShowing("Réponse du serveur : Été\n");
        }
    }

    @Test
    void one_receive_returns_1024_bytes_at_most(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        try (var socket = server.connect()) {
            send(socket, "x".repeat(2000));
            assertShowsMessage(server, "x".repeat(1024));
        }
    }

    @Test
    void a_client_that_closes_without_a_word_sends_an_empty_message(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        server.connect().close();
        assertShowsMessage(server, "");

        var replyServer = terminals.server("reply-server");
        replyServer.connect().close();
        replyServer.endsShowing("En attente d'un client...\nReçu : \n");
    }

    @Test
    void a_server_that_closes_without_a_word_sends_an_empty_answer(Terminals terminals) throws IOException {
        try (var serverSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var client = terminals.run("reply-client", serverSocket.getLocalPort());
            try (var clientSocket = serverSocket.accept()) {
                clientSocket.getInputStream().readNBytes(18);
            }
            client.endsShowing("Réponse du serveur : \n");
        }
    }

    @Test
    void bytes_that_are_no_UTF_8_show_as_replacement_characters(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        try (var socket = server.connect()) {
            socket.getOutputStream().write("Ça".getBytes(ISO_8859_1));
            assertShowsMessage(server, "\uFFFDa");
        }
    }

    @Test
    void a_peer_that_resets_the_connection_ends_a_program_with_a_clear_error(Terminals terminals) throws IOException {
        for (var program : new String[] {"server", "reply-server"}) {
            var server = terminals.server(program);
            reset(server.connect());
            assertThat(server.endsInError()).contains("localhost:" + server.port(), "Connection reset");
        }
        try (var serverSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var client = terminals.run("reply-client", serverSocket.getLocalPort());
            reset(serverSocket.accept());
            assertThat(client.endsInError()).contains("localhost:" + client.port(), "SocketException");
        }
    }

    private static void assertShowsMessage(Terminal server, String message) {
        server.endsShowing("""
                Serveur en écoute sur le port %d...
                Connexion de A
                Message reçu : %s
                """.formatted(server.port(), message));
    }
}
