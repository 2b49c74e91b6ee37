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

/** The chat that takes turns: whole conversations on both screens, and every way to leave. */
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
    void what_one_side_types_out_of_turn_waits(Terminals terminals) throws IOException {
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
    void an_empty_line_is_not_sent_and_asked_for_again(Terminals terminals) throws IOException {
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
    void whoever_types_quit_sends_quit_and_nothing_more(String quit, Terminals terminals) throws IOException {
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
    void the_end_of_the_keyboard_s_input_is_quit(Terminals terminals) throws IOException {
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
    void a_quit_that_comes_ends_the_chat_in_any_case(String quit, Terminals terminals) throws IOException {
        var server = terminals.server("server");
        try (var client = join(server)) {
            send(client, quit);
            server.endsShowing(SERVER_WELCOME + "Le client a quitté le chat.\nChat terminé.\n");
        }
    }

    @Test
    void a_client_that_closes_or_resets_or_is_killed_while_the_server_receives_has_left(Terminals terminals)
            throws IOException {
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
    void a_server_that_closes_or_resets_or_is_killed_while_the_client_receives_has_left(Terminals terminals)
            throws IOException {
        try (var serverSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (var linger : new int[] {-1, 0}) {
                var client = terminals.run("client", serverSocket.getLocalPort());
                client.type("Salut !");
                try (var clientSocket = serverSocket.accept()) {
                    assertThat(receive(clientSocket)).isEqualTo("Salut !");
                    clientSocket.setSoLinger(linger == 0, 0);
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

    /** Half-duplex: nobody listens while the keyboard is waited for, so it is the next receive that finds out. */
    @Test
    void a_client_that_leaves_while_the_server_types_is_noticed_after_the_line(Terminals terminals) throws IOException {
        for (var linger : new int[] {-1, 0}) {
            var server = terminals.server("server");
            try (var client = join(server)) {
                send(client, "Salut !");
                server.shows(SERVER_WELCOME + "Client : Salut !\nVous : ");
                client.setSoLinger(linger == 0, 0);
            }
            server.type("Tu es là ?");
            server.endsShowing(SERVER_WELCOME
                    + "Client : Salut !\nVous : Le client a quitté le chat.\nChat terminé.\n");
        }
    }

    @Test
    void who_quits_sees_only_the_end_even_if_the_peer_is_gone_already(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        var client = join(server);
        send(client, "Salut !");
        server.shows(SERVER_WELCOME + "Client : Salut !\nVous : ");
        reset(client);
        server.type("quit");
        server.endsShowing(SERVER_WELCOME + "Client : Salut !\nVous : Chat terminé.\n");
    }

    @Test
    void a_message_longer_than_4096_bytes_is_cut_and_its_rest_comes_with_the_next_turn(Terminals terminals)
            throws IOException {
        var server = terminals.server("server");
        try (var client = join(server)) {
            send(client, "x".repeat(4096) + "rest");
            server.type("go on");
            server.shows(SERVER_WELCOME + "Client : " + "x".repeat(4096) + "\nVous : Client : rest\nVous : ");
        }
    }

    @Test
    void bytes_that_are_no_UTF_8_show_as_replacement_characters(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        try (var client = join(server)) {
            client.getOutputStream().write("Ça va".getBytes(ISO_8859_1));
            server.shows(SERVER_WELCOME + "Client : \uFFFDa va\nVous : ");
        }
    }

    /** What SO_REUSEADDR is for. */
    @Test
    void a_server_killed_with_its_client_connected_starts_again_at_once(Terminals terminals) throws IOException {
        var port = Ports.free();
        for (var start = 1; start <= 20; start++) {
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
