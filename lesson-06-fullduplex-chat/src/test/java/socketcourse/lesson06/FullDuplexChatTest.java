package socketcourse.lesson06;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static socketcourse.testing.net.Sockets.reset;
import static socketcourse.testing.net.Sockets.send;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketcourse.testing.terminal.Terminal;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;

/** The full-duplex chat with much and unusual input, and every way to leave it. */
@ExtendWith(TerminalsExtension.class)
class FullDuplexChatTest {

    private static final String SERVER_WELCOME = """
            Serveur de chat v2 démarré. En attente d'un client...
            Client connecté : <adresse>
            Chat prêt ! (tapez 'quit' pour quitter)

            """;
    private static final String CLIENT_WELCOME = """
            Connecté au serveur de chat v2 !
            Chat prêt ! (tapez 'quit' pour quitter)

            """;
    private static final String CLIENT_LEFT = "\nLe client s'est déconnecté.\nChat terminé.\n";
    private static final String SERVER_LEFT = "\nLe serveur a quitté le chat.\nChat terminé.\n";

    @Test
    void one_side_sends_several_messages_without_an_answer(Terminals terminals) {
        var server = terminals.server("server");
        var client = terminals.run("client", server.port());
        server.shows(SERVER_WELCOME);

        server.type("un");
        client.shows(CLIENT_WELCOME + "\nServeur : un\n");
        server.type("");
        server.type("deux");
        client.shows(CLIENT_WELCOME + "\nServeur : un\n\nServeur : deux\n");
        server.type("trois 😀");
        client.shows(CLIENT_WELCOME + "\nServeur : un\n\nServeur : deux\n\nServeur : trois 😀\n");
        client.type("Stop");
        server.shows(SERVER_WELCOME + "\nClient : Stop\n");
        client.type("quit");

        client.endsShowing(CLIENT_WELCOME
                + "\nServeur : un\n\nServeur : deux\n\nServeur : trois 😀\nChat terminé.\n");
        server.endsShowing(SERVER_WELCOME + "\nClient : Stop\n" + CLIENT_LEFT);
    }

    @Test
    void ten_thousand_lines_each_way_arrive_complete_and_in_order(Terminals terminals)
            throws InterruptedException {
        var server = terminals.server("server");
        var client = terminals.run("client", server.port());
        server.shows(SERVER_WELCOME);

        var typist = new Thread(() -> typeLines(server));
        typist.start();
        typeLines(client);
        typist.join();
        var all = IntStream.range(0, 10_000).mapToObj(number -> number + " ça va ;").collect(joining());
        client.showsText(text -> messages(text, CLIENT_WELCOME, "Serveur").equals(all));
        server.showsText(text -> messages(text, SERVER_WELCOME, "Client").equals(all));

        client.type("quit");
        client.endsSuccessfully();
        server.endsSuccessfully();
    }

    private static void typeLines(Terminal terminal) {
        for (var number = 0; number < 10_000; number++) {
            terminal.type(number + " ça va ;");
        }
    }

    /** Returns the text of all messages in a row, because TCP may join or split messages. */
    private static String messages(String screen, String welcome, String sender) {
        return screen.replace(welcome, "").replace("\n" + sender + " : ", "").replace("\n", "");
    }

    @Test
    void nothing_is_lost_when_input_ends_while_both_ends_send(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        try (var client = server.connect()) {
            server.shows(SERVER_WELCOME);
            var typist = new Thread(() -> {
                typeLines(server);
                server.endInput();
            });
            typist.start();
            var sent = IntStream.range(0, 10_000).mapToObj(number -> number + " bien ;").collect(joining());
            send(client, sent);
            assertThat(new String(client.getInputStream().readAllBytes(), UTF_8)).isEqualTo(
                    IntStream.range(0, 10_000).mapToObj(number -> number + " ça va ;").collect(joining()) + "quit");
            server.endsSuccessfully();
            assertThat(sent).as("the messages printed before the end").startsWith(messages(
                    server.screen().replace("Chat terminé.\n", ""), SERVER_WELCOME, "Client"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"quit", "QUIT", "Quit"})
    void typing_quit_sends_only_quit_and_closes_the_connection(String quit, Terminals terminals) throws IOException {
        var server = terminals.server("server");
        try (var client = join(server)) {
            server.type(quit);
            assertThat(client.getInputStream().readAllBytes()).isEqualTo("quit".getBytes(UTF_8));
        }
        server.endsShowing(SERVER_WELCOME + "Chat terminé.\n");

        try (var serverSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var client = terminals.run("client", serverSocket.getLocalPort());
            try (var clientSocket = serverSocket.accept()) {
                client.type(quit);
                assertThat(clientSocket.getInputStream().readAllBytes()).isEqualTo("quit".getBytes(UTF_8));
            }
            client.endsShowing(CLIENT_WELCOME + "Chat terminé.\n");
        }
    }

    @Test
    void quitting_does_not_wait_for_the_peer_to_close(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        try (var client = join(server)) {
            server.type("quit");
            server.endsShowing(SERVER_WELCOME + "Chat terminé.\n");
            assertThat(client.getInputStream().readAllBytes()).isEqualTo("quit".getBytes(UTF_8));
        }
    }

    @Test
    void end_of_input_counts_as_quit(Terminals terminals) {
        var server = terminals.server("server");
        var client = terminals.run("client", server.port());
        client.endInput();
        client.endsShowing(CLIENT_WELCOME + "Chat terminé.\n");
        server.endsShowing(SERVER_WELCOME + CLIENT_LEFT);
    }

    @Test
    void a_leaving_client_ends_a_server_that_waits_for_input(Terminals terminals) throws IOException {
        for (var quit : new String[] {"quit", "QUIT", "Quit"}) {
            var server = terminals.server("server");
            try (var client = join(server)) {
                send(client, quit);
                server.endsShowing(SERVER_WELCOME + CLIENT_LEFT);
            }
        }

        var closed = terminals.server("server");
        join(closed).close();
        closed.endsShowing(SERVER_WELCOME + CLIENT_LEFT);

        var reset = terminals.server("server");
        reset(join(reset));
        reset.endsShowing(SERVER_WELCOME + CLIENT_LEFT);

        var killed = terminals.server("server");
        var client = terminals.run("client", killed.port());
        client.shows(CLIENT_WELCOME);
        client.kill();
        killed.endsShowing(SERVER_WELCOME + CLIENT_LEFT);
    }

    @Test
    void a_leaving_server_ends_a_client_that_waits_for_input(Terminals terminals) throws IOException {
        try (var serverSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (var withReset : new boolean[] {false, true}) {
                var client = terminals.run("client", serverSocket.getLocalPort());
                try (var clientSocket = serverSocket.accept()) {
                    client.shows(CLIENT_WELCOME);
                    clientSocket.setSoLinger(withReset, 0);
                }
                client.endsShowing(CLIENT_WELCOME + SERVER_LEFT);
            }
        }

        var server = terminals.server("server");
        var client = terminals.run("client", server.port());
        client.shows(CLIENT_WELCOME);
        server.kill();
        client.endsShowing(CLIENT_WELCOME + SERVER_LEFT);
    }

    @Test
    void a_character_that_arrives_in_two_pieces_is_printed_whole(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        try (var client = join(server)) {
            var smile = "😀".getBytes(UTF_8);
            client.getOutputStream().write('a');
            client.getOutputStream().write(smile, 0, 3);
            server.shows(SERVER_WELCOME + "\nClient : a\n");
            client.getOutputStream().write(smile, 3, 1);
            server.shows(SERVER_WELCOME + "\nClient : a\n\nClient : 😀\n");
        }
    }

    @Test
    void invalid_UTF_8_is_replaced_and_does_not_end_the_chat(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        try (var client = join(server)) {
            client.getOutputStream().write(new byte[] {(byte) 0xC7, 'a', (byte) 0xFF});
            server.shows(SERVER_WELCOME + "\nClient : \uFFFDa\uFFFD\n");
            send(client, "still there");
            server.shows(SERVER_WELCOME + "\nClient : \uFFFDa\uFFFD\n\nClient : still there\n");
        }
    }

    /** Closing with unread data would send an RST, which discards the data in the send buffer. */
    @Test
    void a_message_before_quit_arrives_while_the_peer_still_sends(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        try (var client = new Socket()) {
            // A small window keeps most of the message in the server's send buffer.
            client.setReceiveBufferSize(4096);
            client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
            server.shows(SERVER_WELCOME);
            new Thread(() -> sendUntilClosed(client)).start();

            server.type("x".repeat(500_000));
            server.type("quit");
            assertThat(client.getInputStream().readAllBytes()).hasSize(500_004);
        }
        server.endsSuccessfully();
    }

    private static void sendUntilClosed(Socket client) {
        try {
            while (true) {
                send(client, "Tu pars déjà ? ");
            }
        } catch (IOException e) {
            // The test has closed the socket.
        }
    }

    private static Socket join(Terminal server) throws IOException {
        var client = server.connect();
        server.shows(SERVER_WELCOME);
        return client;
    }
}
