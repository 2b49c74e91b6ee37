package socketcourse.lesson05;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static socketcourse.testing.net.Sockets.receive;
import static socketcourse.testing.net.Sockets.reset;
import static socketcourse.testing.net.Sockets.send;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketcourse.testing.net.Ports;
import socketcourse.testing.terminal.Terminal;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;

/** The half-duplex chat with unusual input and peers, and every way to leave it. */
@ExtendWith(TerminalsExtension.class)
class HalfDuplexChatTest {

    private static final String SERVER_WELCOME = """
            Serveur de chat démarré. En attente d'un client...
            Client connecté : <adresse>
            Chat prêt ! (tapez 'quit' pour quitter)

            """;
    private static final String CLIENT_WELCOME = """
            Connecté au serveur de chat !
            Chat prêt ! (tapez 'quit' pour quitter)

            """;

    @Test
    void text_typed_out_of_turn_waits(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        try (var client = join(server)) {
            server.type("one");
            server.type("two");
            server.shows(SERVER_WELCOME);

            send(client, "first");
            assertThat(receive(client)).isEqualTo("one");
            server.shows(SERVER_WELCOME + "Client : first\nVous : ");
            send(client, "second");
            assertThat(receive(client)).isEqualTo("two");
            send(client, "quit");
        }
        server.endsShowing(SERVER_WELCOME
                + "Client : first\nVous : Client : second\nVous : Le client a quitté le chat.\nChat terminé.\n");
    }

    @Test
    void an_empty_line_is_not_sent_and_the_prompt_returns(Terminals terminals) throws IOException {
        try (var serverSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var client = terminals.run("client", serverSocket.getLocalPort());
            try (var clientSocket = serverSocket.accept()) {
                client.type("");
                client.type("");
                client.shows(CLIENT_WELCOME + "Vous : Vous : Vous : ");
                client.type("Salut");
                assertThat(receive(clientSocket)).isEqualTo("Salut");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"quit", "QUIT", "Quit"})
    void typing_quit_sends_only_quit_and_closes_the_connection(String quit, Terminals terminals) throws IOException {
        var server = terminals.server("server");
        try (var client = join(server)) {
            send(client, "Salut !");
            server.type(quit);
            assertThat(client.getInputStream().readAllBytes()).isEqualTo("quit".getBytes(UTF_8));
        }
        server.endsShowing(SERVER_WELCOME + "Client : Salut !\nVous : Chat terminé.\n");

        try (var serverSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var client = terminals.run("client", serverSocket.getLocalPort());
            try (var clientSocket = serverSocket.accept()) {
                client.type(quit);
                assertThat(clientSocket.getInputStream().readAllBytes()).isEqualTo("quit".getBytes(UTF_8));
            }
            client.endsShowing(CLIENT_WELCOME + "Vous : Chat terminé.\n");
        }
    }

    @Test
    void end_of_input_counts_as_quit(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        var client = terminals.run("client", server.port());
        client.endInput();
        client.endsShowing(CLIENT_WELCOME + "Vous : Chat terminé.\n");
        server.endsShowing(SERVER_WELCOME + "Le client a quitté le chat.\nChat terminé.\n");

        var otherServer = terminals.server("server");
        otherServer.endInput();
        try (var socket = join(otherServer)) {
            send(socket, "Salut !");
            assertThat(socket.getInputStream().readAllBytes()).isEqualTo("quit".getBytes(UTF_8));
        }
        otherServer.endsShowing(SERVER_WELCOME + "Client : Salut !\nVous : Chat terminé.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quit", "QUIT", "Quit"})
    void a_received_quit_ends_the_chat_in_any_letter_case(String quit, Terminals terminals) throws IOException {
        var server = terminals.server("server");
        try (var client = join(server)) {
            send(client, quit);
            server.endsShowing(SERVER_WELCOME + "Le client a quitté le chat.\nChat terminé.\n");
        }
    }

    @Test
    void a_lost_client_ends_the_chat_while_the_server_receives(Terminals terminals) throws IOException {
        var closed = terminals.server("server");
        join(closed).close();
        closed.endsShowing(SERVER_WELCOME + "Le client a quitté le chat.\nChat terminé.\n");

        var reset = terminals.server("server");
        reset(join(reset));
        reset.endsShowing(SERVER_WELCOME + "Le client a quitté le chat.\nChat terminé.\n");

        var killed = terminals.server("server");
        var client = terminals.run("client", killed.port());
        client.shows(CLIENT_WELCOME + "Vous : ");
        client.kill();
        killed.endsShowing(SERVER_WELCOME + "Le client a quitté le chat.\nChat terminé.\n");
    }

    @Test
    void a_lost_server_ends_the_chat_while_the_client_receives(Terminals terminals) throws IOException {
        try (var serverSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (var withReset : new boolean[] {false, true}) {
                var client = terminals.run("client", serverSocket.getLocalPort());
                client.type("Salut !");
                try (var clientSocket = serverSocket.accept()) {
                    assertThat(receive(clientSocket)).isEqualTo("Salut !");
                    clientSocket.setSoLinger(withReset, 0);
                }
                client.endsShowing(CLIENT_WELCOME + "Vous : Le serveur a quitté le chat.\nChat terminé.\n");
            }
        }

        var server = terminals.server("server");
        var client = terminals.run("client", server.port());
        client.type("Salut !");
        server.shows(SERVER_WELCOME + "Client : Salut !\nVous : ");
        server.kill();
        client.endsShowing(CLIENT_WELCOME + "Vous : Le serveur a quitté le chat.\nChat terminé.\n");
    }

    /** A half-duplex program does not receive while it waits for stdin, so its next receive detects the loss. */
    @Test
    void server_detects_a_lost_client_after_its_next_line(Terminals terminals) throws IOException {
        for (var withReset : new boolean[] {false, true}) {
            var server = terminals.server("server");
            try (var client = join(server)) {
                send(client, "Salut !");
                server.shows(SERVER_WELCOME + "Client : Salut !\nVous : ");
                client.setSoLinger(withReset, 0);
            }
            server.type("Tu es là ?");
            server.endsShowing(SERVER_WELCOME
                    + "Client : Salut !\nVous : Le client a quitté le chat.\nChat terminé.\n");
        }
    }

    @Test
    void quitting_after_a_reset_prints_only_the_last_line(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        var client = join(server);
        send(client, "Salut !");
        server.shows(SERVER_WELCOME + "Client : Salut !\nVous : ");
        reset(client);
        server.type("quit");
        server.endsShowing(SERVER_WELCOME + "Client : Salut !\nVous : Chat terminé.\n");
    }

    @Test
    void a_message_over_4096_bytes_is_split_over_two_turns(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        try (var client = join(server)) {
            send(client, "x".repeat(4096) + "rest");
            server.type("go on");
            server.shows(SERVER_WELCOME + "Client : " + "x".repeat(4096) + "\nVous : Client : rest\nVous : ");
        }
    }

    @Test
    void invalid_UTF_8_is_printed_as_replacement_characters(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        try (var client = join(server)) {
            client.getOutputStream().write("Ça va".getBytes(ISO_8859_1));
            server.shows(SERVER_WELCOME + "Client : \uFFFDa va\nVous : ");
        }
    }

    /** SO_REUSEADDR makes this possible. */
    @Test
    void a_server_killed_during_a_chat_can_restart_at_once(Terminals terminals) throws IOException {
        var port = Ports.free();
        for (var restart = 1; restart <= 20; restart++) {
            var server = terminals.run("server", port);
            server.awaitListening();
            try (var client = join(server)) {
                server.kill();
                assertThat(client.getInputStream().read()).isEqualTo(-1);
            }
        }
    }

    private static Socket join(Terminal server) throws IOException {
        var client = server.connect();
        server.shows(SERVER_WELCOME);
        return client;
    }
}
