package socketcourse.lesson07;

import java.io.IOException;
import java.util.List;
import socketcourse.testing.grading.AnswerKey;
import socketcourse.testing.grading.Step;
import socketcourse.testing.report.Mismatch;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.Texts;
import socketcourse.websockets.RawPeer;

/** What makes an answer to this lesson right. The chapter's own client of the chat never ends by itself. */
@AnswerKey
class AnswerKeyTest {

    private static final String CONNECTED = "Connecté au chat. Tapez vos messages.\nVous : ";

    @Step(program = "echo-server", step = 1,
            requires = "renvoie chaque texte en écho, et montre qui vient et qui part")
    void it_answers_each_text_with_an_echo(Terminals terminals) throws IOException {
        var first = Texts.any();
        var second = Texts.anyLarge();
        var server = terminals.server("echo-server");
        var screen = "Serveur WebSocket en écoute sur ws://localhost:" + server.port() + "\n";
        server.shows(screen);
        var client = WebSocketPeer.joined(terminals, server);
        screen += "Nouvelle connexion : " + client.address() + "\n";
        server.shows(screen);
        client.send(first);
        client.receives("Echo : " + first);
        client.send(second);
        client.receives("Echo : " + second);
        client.close();
        screen += "Reçu : " + first + "\nReçu : " + second + "\nConnexion fermée : " + client.address() + "\n";
        server.shows(screen);
        var next = WebSocketPeer.joined(terminals, server);
        server.shows(screen + "Nouvelle connexion : " + next.address() + "\n");
    }

    @Step(program = "echo-server", step = 2, requires = "va avec notre client, qui comprend ses échos")
    void our_client_understands_its_echoes(Terminals terminals) throws IOException {
        var server = terminals.server("echo-server");
        terminals.clientOf(server, "echo-client").endsShowing("""
                Réponse : Echo : Bonjour !
                Réponse : Echo : Comment ça va ?
                """);
        server.shows("""
                Serveur WebSocket en écoute sur ws://localhost:%d
                Nouvelle connexion : <adresse>
                Reçu : Bonjour !
                Reçu : Comment ça va ?
                Connexion fermée : <adresse>
                """.formatted(server.port()));
    }

    @Step(program = "echo-server", step = 3, requires = "sert un client pendant qu'un autre se tait")
    void it_serves_a_client_while_another_one_is_silent(Terminals terminals) throws IOException {
        var question = Texts.any();
        var answer = Texts.any();
        var server = terminals.server("echo-server");
        var silent = WebSocketPeer.joined(terminals, server);
        var client = WebSocketPeer.joined(terminals, server);
        client.send(question);
        client.receives("Echo : " + question);
        silent.send(answer);
        silent.receives("Echo : " + answer);
    }

    @Step(program = "echo-server", step = 4, requires = "ne souffre pas d'un client qui disparaît")
    void a_client_that_vanishes_harms_nobody(Terminals terminals) throws IOException {
        var greeting = Texts.any();
        var other = Texts.any();
        var server = terminals.server("echo-server");
        var witness = WebSocketPeer.joined(terminals, server);
        WebSocketPeer.joined(terminals, server).vanish();
        var client = WebSocketPeer.joined(terminals, server);
        client.send(greeting);
        client.receives("Echo : " + greeting);
        witness.send(other);
        witness.receives("Echo : " + other);
    }

    @Step(program = "echo-client", step = 1,
            requires = "envoie deux textes sur une seule connexion et montre les réponses")
    void it_sends_two_texts_on_one_connection_and_shows_the_answers(Terminals terminals) throws IOException {
        assertShows(terminals, "Echo : Bonjour !", "Echo : Comment ça va ?");
    }

    @Step(program = "echo-client", step = 2, requires = "va avec notre serveur, qui le comprend")
    void our_server_understands_it(Terminals terminals) throws IOException {
        var server = terminals.server("echo-server");
        terminals.clientOf(server, "echo-client").endsShowing("""
                Réponse : Echo : Bonjour !
                Réponse : Echo : Comment ça va ?
                """);
        server.shows("""
                Serveur WebSocket en écoute sur ws://localhost:%d
                Nouvelle connexion : <adresse>
                Reçu : Bonjour !
                Reçu : Comment ça va ?
                Connexion fermée : <adresse>
                """.formatted(server.port()));
    }

    @Step(program = "echo-client", step = 3, requires = "montre n'importe quelle réponse")
    void it_shows_any_answer(Terminals terminals) throws IOException {
        assertShows(terminals, Texts.anyLarge(), "");
    }

    @Step(program = "echo-client", step = 4, requires = "ne montre pas de réponse quand il n'y a pas de serveur")
    void it_shows_no_answer_when_there_is_no_server(Terminals terminals) {
        terminals.run("echo-client", terminals.port("echo-client")).endsWithoutShowing("Réponse :");
    }

    private static void assertShows(Terminals terminals, String first, String second) throws IOException {
        var server = WebSocketPeer.accepted(terminals, "echo-client");
        server.receives("Bonjour !");
        server.send(first);
        server.receives("Comment ça va ?");
        server.send(second);
        server.awaitClose();
        server.program().endsShowing("Réponse : " + first + "\nRéponse : " + second + "\n");
    }

    @Step(program = "server", step = 1, requires = "passe chaque texte à tous les autres, et les compte")
    void it_passes_each_text_on_to_all_the_others_and_counts_them(Terminals terminals) throws IOException {
        var greeting = Texts.any();
        var question = Texts.anyLarge();
        var answer = Texts.any();
        var server = terminals.server("server");
        var screen = "Serveur de chat sur ws://localhost:" + server.port() + "\n";
        server.shows(screen);
        var alice = WebSocketPeer.joined(terminals, server);
        screen += "Connexion : " + alice.address() + " — 1 client(s) connecté(s)\n";
        server.shows(screen);
        var bob = WebSocketPeer.joined(terminals, server);
        screen += "Connexion : " + bob.address() + " — 2 client(s) connecté(s)\n";
        server.shows(screen);
        var carol = WebSocketPeer.joined(terminals, server, "/chat");
        screen += "Connexion : " + carol.address() + " — 3 client(s) connecté(s)\n";
        server.shows(screen);

        alice.send(greeting);
        bob.receives(greeting);
        carol.receives(greeting);
        bob.send(question);
        // The first text that comes to Alice is Bob's, so her own did not come back.
        alice.receives(question);
        carol.receives(question);
        screen += "Message de " + alice.address() + " : " + greeting + "\n"
                + "Message de " + bob.address() + " : " + question + "\n";
        server.shows(screen);

        bob.close();
        screen += "Déconnexion : " + bob.address() + " — 2 client(s) restant(s)\n";
        server.shows(screen);
        carol.send(answer);
        alice.receives(answer);
        screen += "Message de " + carol.address() + " : " + answer + "\n";
        server.shows(screen);

        carol.close();
        screen += "Déconnexion : " + carol.address() + " — 1 client(s) restant(s)\n";
        server.shows(screen);
        // To talk to nobody is no mistake: who does may go on.
        for (var soliloquy : List.of(Texts.any(), Texts.any())) {
            alice.send(soliloquy);
            screen += "Message de " + alice.address() + " : " + soliloquy + "\n";
            server.shows(screen);
        }
        alice.close();
        screen += "Déconnexion : " + alice.address() + " — 0 client(s) restant(s)\n";
        server.shows(screen);
        var dave = WebSocketPeer.joined(terminals, server);
        server.shows(screen + "Connexion : " + dave.address() + " — 1 client(s) connecté(s)\n");
    }

    @Step(program = "server", step = 2, requires = "va avec nos clients, qui bavardent")
    void our_clients_chat_through_it(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        var screen = "Serveur de chat sur ws://localhost:" + server.port() + "\n";
        var alice = terminals.run("client", server.port(), "-Dpseudo=Alice");
        screen += "Connexion : <adresse> — 1 client(s) connecté(s)\n";
        server.shows(screen);
        var bob = terminals.clientOf(server, "client");
        screen += "Connexion : <adresse> — 2 client(s) connecté(s)\n";
        server.shows(screen);
        bob.shows(CONNECTED);
        alice.type("Salut !");
        bob.shows(CONNECTED + "\n[Message reçu] Alice : Salut !\n");
        alice.type("quit");
        alice.endsShowing(CONNECTED + "Vous : ");
        server.shows(screen + "Message de <adresse> : Alice : Salut !\nDéconnexion : <adresse> — 1 client(s) restant(s)\n");
    }

    @Step(program = "server", step = 3, requires = "n'écrit plus à un client qui a disparu")
    void a_client_that_vanishes_is_no_longer_written_to(Terminals terminals) throws IOException {
        var question = Texts.any();
        var answer = Texts.any();
        var server = terminals.server("server");
        var screen = "Serveur de chat sur ws://localhost:" + server.port() + "\n";
        var alice = WebSocketPeer.joined(terminals, server);
        screen += "Connexion : " + alice.address() + " — 1 client(s) connecté(s)\n";
        server.shows(screen);
        var bob = WebSocketPeer.joined(terminals, server);
        screen += "Connexion : " + bob.address() + " — 2 client(s) connecté(s)\n";
        server.shows(screen);
        alice.vanish();
        screen += "Déconnexion : " + alice.address() + " — 1 client(s) restant(s)\n";
        server.shows(screen);
        var carol = WebSocketPeer.joined(terminals, server);
        screen += "Connexion : " + carol.address() + " — 2 client(s) connecté(s)\n";
        server.shows(screen);
        carol.send(question);
        bob.receives(question);
        bob.send(answer);
        carol.receives(answer);
    }

    @Step(program = "client", step = 1,
            requires = "montre ce qui arrive pendant que personne ne tape, et envoie ce qui est tapé")
    void it_shows_what_comes_while_nobody_types_and_sends_what_is_typed(Terminals terminals) throws IOException {
        var first = Texts.any();
        var second = Texts.anyLarge();
        var typed = Texts.any();
        var question = Texts.anyLarge();
        var last = Texts.any();
        var server = WebSocketPeer.accepted(terminals, "client");
        var client = server.program();
        var screen = CONNECTED;
        client.shows(screen);
        server.send(first);
        screen += "\n[Message reçu] " + first + "\n";
        client.shows(screen);
        server.send(second);
        screen += "\n[Message reçu] " + second + "\n";
        client.shows(screen);
        client.type(typed);
        server.receives(typed);
        client.type(question);
        server.receives(question);
        // Its next prompt comes after all that it shows of a line that was typed.
        client.showsPrompts(3);
        screen += "Vous : Vous : ";
        client.shows(screen);
        server.send(last);
        client.shows(screen + "\n[Message reçu] " + last + "\n");
    }

    @Step(program = "client", step = 2, requires = "va avec notre serveur, qui passe ses textes aux autres")
    void our_server_passes_its_texts_on(Terminals terminals) throws IOException {
        var greeting = Texts.any();
        var answer = Texts.any();
        var server = terminals.server("server");
        var bob = WebSocketPeer.joined(terminals, server);
        var alice = terminals.clientOf(server, "client");
        alice.shows(CONNECTED);
        alice.type(greeting);
        bob.receives(greeting);
        bob.send(answer);
        alice.showsPart("[Message reçu] " + answer);
    }

    @Step(program = "client", step = 3, requires = "ne se dit pas connecté quand il n'y a pas de serveur")
    void it_does_not_say_that_it_is_connected_when_there_is_no_server(Terminals terminals) {
        terminals.run("client", terminals.port("client")).endsWithoutShowing("Connecté au chat.");
    }

    @Step(program = "handshake", step = 1, requires = "montre la demande et la réponse")
    void it_shows_the_request_and_the_response(Terminals terminals) throws IOException {
        var server = WebSocketPeer.asked(terminals, "handshake");
        server.requestIs("GET /chat HTTP/1.1");
        var accept = RawPeer.accept(server.request());
        server.upgrade(accept);
        var terminal = server.program();
        terminal.awaitEnd();
        var documented = nonBlank(server.request() + """
                HTTP/1.1 101 Switching Protocols
                Upgrade: websocket
                Connection: Upgrade
                Sec-WebSocket-Accept: %s
                """.formatted(accept));
        var shown = nonBlank(terminal.screen());
        if (!shown.subList(0, Math.min(documented.size(), shown.size())).equals(documented)) {
            throw terminal.mismatch(String.join("\n", documented));
        }
        terminal.endsSuccessfully();
    }

    private static List<String> nonBlank(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    @Step(program = "handshake", step = 2, requires = "dit si Sec-WebSocket-Accept est le bon")
    void it_tells_whether_the_accept_is_the_right_one(Terminals terminals) throws IOException {
        var right = verdict(terminals, true);
        if (right.equals(verdict(terminals, false))) {
            throw Mismatch.wrong("une autre dernière ligne quand Sec-WebSocket-Accept est faux", right);
        }
    }

    /** The last line, without what is another one each time. */
    private static String verdict(Terminals terminals, boolean right) throws IOException {
        var server = WebSocketPeer.asked(terminals, "handshake");
        server.upgrade(RawPeer.accept(right ? server.request() : "Sec-WebSocket-Key: of another request"));
        var terminal = server.program();
        terminal.awaitEnd();
        return terminal.screen().strip().lines().reduce((earlier, last) -> last).orElse("rien")
                .replaceAll("[A-Za-z0-9+/]{20,}=*", "...");
    }
}
