package socketcourse.lesson07;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;
import socketcourse.websockets.RawPeer;

/** The chat: whole conversations on all screens, and every way to leave. */
@ExtendWith(TerminalsExtension.class)
class ChatTest {

    private static final String WELCOME = "Connecté au chat. Tapez vos messages.\nVous : ";

    @Test
    void two_clients_talk_and_leave(Terminals terminals) {
        var server = terminals.server("server");
        var banner = "Serveur de chat sur ws://localhost:" + server.port() + "\n";
        server.shows(banner);

        var alice = terminals.run("client", server.port(), "-Dpseudo=Alice");
        alice.shows(WELCOME);
        var bob = terminals.run("client", server.port());
        bob.shows(WELCOME);
        var joined = banner + """
                Connexion : <adresse> — 1 client(s) connecté(s)
                Connexion : <adresse> — 2 client(s) connecté(s)
                """;
        server.shows(joined);

        alice.type("Salut !");
        alice.shows(WELCOME + "Vous : ");
        bob.shows(WELCOME + "\n[Message reçu] Alice : Salut !\n");
        bob.type("Hé, ça va ? 😀");
        alice.shows(WELCOME + "Vous : \n[Message reçu] Hé, ça va ? 😀\n");
        alice.type("quit");
        alice.endsShowing(WELCOME + "Vous : \n[Message reçu] Hé, ça va ? 😀\n");
        bob.endInput();
        bob.endsShowing(WELCOME + "\n[Message reçu] Alice : Salut !\nVous : ");
        server.shows(joined + """
                Message de <adresse> : Alice : Salut !
                Message de <adresse> : Hé, ça va ? 😀
                Déconnexion : <adresse> — 1 client(s) restant(s)
                Déconnexion : <adresse> — 0 client(s) restant(s)
                """);
    }

    @Test
    void reading_the_keyboard_does_not_block_receiving(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        var alice = terminals.run("client", server.port());
        alice.shows(WELCOME);
        try (var bob = RawPeer.joined(server.port())) {
            bob.sendText("one");
            bob.sendText("two");
            alice.shows(WELCOME + "\n[Message reçu] one\n\n[Message reçu] two\n");
        }
    }

    @Test
    void quit_in_any_case_leaves_the_chat(Terminals terminals) {
        var server = terminals.server("server");
        for (var quit : new String[] {"quit", "QUIT", "Quit"}) {
            var client = terminals.run("client", server.port());
            client.shows(WELCOME);
            client.type(quit);
            client.endsShowing(WELCOME);
        }
        var left = "Déconnexion : <adresse> — 0 client\\(s\\) restant\\(s\\)\n";
        server.showsText(screen -> screen.split(left, -1).length == 4);
    }

    @Test
    void quit_and_Ctrl_C_send_a_close_frame(Terminals terminals) throws IOException {
        try (var serverSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var quitting = terminals.run("client", serverSocket.getLocalPort());
            try (var server = new RawPeer(serverSocket.accept())) {
                server.upgrade(RawPeer.accept(server.receiveHead()));
                quitting.type("quit");
                assertThat(server.receive().code()).isEqualTo(1000);
            }
            quitting.endsShowing(WELCOME);

            var interrupted = terminals.run("client", serverSocket.getLocalPort());
            try (var server = new RawPeer(serverSocket.accept())) {
                server.upgrade(RawPeer.accept(server.receiveHead()));
                interrupted.shows(WELCOME);
                interrupted.interrupt();
                assertThat(server.receive().code()).isEqualTo(1000);
            }
            interrupted.awaitEnd();
            interrupted.shows(WELCOME);
        }
    }

    @Test
    void a_server_that_goes_away_sends_1001(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        var client = terminals.run("client", server.port());
        client.shows(WELCOME);
        try (var raw = RawPeer.joined(server.port())) {
            server.interrupt();
            var close = raw.receive();
            assertThat(close.code()).isEqualTo(1001);
            raw.send(0x80 | RawPeer.CLOSE, close.payload());
            raw.awaitEnd();
        }
        assertThat(client.endsInError()).contains("localhost:" + server.port(), "a fermé la connexion", "code 1001");
        server.awaitEnd();
    }

    @Test
    void a_server_that_is_killed_ends_its_clients(Terminals terminals) {
        var server = terminals.server("server");
        var client = terminals.run("client", server.port());
        client.shows(WELCOME);
        server.kill();
        assertThat(client.endsInError())
                .contains("localhost:" + server.port(), "a fermé la connexion", "sans trame de fermeture");
    }

    @Test
    void both_paths_lead_to_the_same_chat(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        try (var alice = RawPeer.joined(server.port()); var bob = new RawPeer(server.port())) {
            assertThat(bob.request("/chat")).startsWith("HTTP/1.1 101 ");
            bob.sendText("hello from /chat");
            assertThat(alice.receive().text()).isEqualTo("hello from /chat");
        }
    }
}
