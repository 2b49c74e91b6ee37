package socketcourse.lesson07;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import socketcourse.testing.grading.AnswerKey;
import socketcourse.testing.grading.Step;
import socketcourse.testing.terminal.Terminal;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.Texts;

/** The requirements for a correct {@code history-server}. */
@AnswerKey
class ChallengeKey {

    @Step(program = "history-server", step = 1, requires = "écouter sur localhost")
    void history_server_listens_on_localhost(Terminals terminals) {
        terminals.server("history-server").listensOnLocalhost();
    }

    @Step(program = "history-server", step = 2,
            requires = "transmettre chaque message aux autres, et afficher ce qu'affiche le serveur du chat")
    void history_server_is_a_chat_server(Terminals terminals) throws IOException {
        var text = Texts.any();
        var answer = Texts.any();
        var server = terminals.server("history-server");
        var screen = "Serveur de chat sur ws://localhost:" + server.port() + "\n";
        server.shows(screen);
        var alice = WebSocketPeer.client(terminals, server);
        screen += "Connexion : " + alice.address() + " — 1 client(s) connecté(s)\n";
        server.shows(screen);
        var bob = WebSocketPeer.client(terminals, server);
        screen += "Connexion : " + bob.address() + " — 2 client(s) connecté(s)\n";
        server.shows(screen);
        alice.send(text);
        bob.receives(text);
        screen += "Message de " + alice.address() + " : " + text + "\n";
        server.shows(screen);
        bob.send(answer);
        alice.receives(answer);
        screen += "Message de " + bob.address() + " : " + answer + "\n";
        server.shows(screen);
        alice.close();
        server.shows(screen + "Déconnexion : " + alice.address() + " — 1 client(s) restant(s)\n");
    }

    @Step(program = "history-server", step = 3,
            requires = "envoyer à un nouveau client les messages précédents, le plus ancien d'abord", needs = 2)
    void history_server_sends_earlier_messages_in_order(Terminals terminals) throws IOException {
        assertNewClientReceives(3, 3, terminals);
    }

    @Step(program = "history-server", step = 4, requires = "n'envoyer que les dix derniers messages", needs = 3)
    void history_server_sends_the_last_ten_messages(Terminals terminals) throws IOException {
        assertNewClientReceives(12, 10, terminals);
    }

    @Step(program = "history-server", step = 5, requires = "ne les envoyer qu'au nouveau client, et une seule fois",
            needs = 3)
    void history_server_sends_the_history_once(Terminals terminals) throws IOException {
        var later = Texts.any();
        var server = terminals.server("history-server");
        var alice = WebSocketPeer.client(terminals, server);
        say(alice, server, "premier");
        var bob = WebSocketPeer.client(terminals, server);
        bob.receives("premier");
        var carol = WebSocketPeer.client(terminals, server);
        carol.receives("premier");
        alice.send(later);
        bob.receives(later);
        carol.receives(later);
        bob.send("bob");
        alice.receives("bob");
    }

    /** A client says some texts and leaves; a new client receives the last of them before a later text. */
    private static void assertNewClientReceives(int sent, int received, Terminals terminals) throws IOException {
        var server = terminals.server("history-server");
        var alice = WebSocketPeer.client(terminals, server);
        List<String> texts = new ArrayList<>();
        for (var number = 1; number <= sent; number++) {
            texts.add(number + " " + Texts.any());
            say(alice, server, texts.get(number - 1));
        }
        var bob = WebSocketPeer.client(terminals, server);
        for (var text : texts.subList(sent - received, sent)) {
            bob.receives(text);
        }
        alice.send("la suite");
        bob.receives("la suite");
    }

    private static void say(WebSocketPeer client, Terminal server, String text) throws IOException {
        client.send(text);
        server.showsLine("Message de " + client.address() + " : " + text + "\n");
    }
}
