package socketcourse.lesson07;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import socketcourse.testing.grading.AnswerKey;
import socketcourse.testing.grading.Step;
import socketcourse.testing.report.Mismatch;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.Texts;
import socketcourse.websockets.RawPeer;

/** The requirements for a correct program of this lesson. The chapter's own chat client never ends by itself. */
@AnswerKey
class AnswerKeyTest {

    /** Words of a conclusion that rejects Sec-WebSocket-Accept; the chapter leaves the wording free. */
    private static final Pattern NEGATIVE = Pattern.compile(
            "(?i)incorrect|invalid|erron|faux|fausse|absent|mauvais|différent|refus|\\b(pas|non|ko|false|wrong|échec)\\b");

    private static final String CONNECTED = "Connecté au chat. Tapez vos messages.\nVous : ";

    @Step(program = "echo-server", step = 1, requires = "écouter sur localhost")
    void echo_server_listens_on_localhost(Terminals terminals) {
        terminals.server("echo-server").listensOnLocalhost();
    }

    @Step(program = "echo-server", step = 2,
            requires = "renvoyer chaque texte en écho et annoncer chaque connexion et chaque fermeture")
    void echo_server_answers_each_text_with_an_echo(Terminals terminals) throws IOException {
        var first = Texts.any();
        var second = Texts.anyLarge();
        var server = terminals.server("echo-server");
        var screen = "Serveur WebSocket en écoute sur ws://localhost:" + server.port() + "\n";
        server.shows(screen);
        var client = WebSocketPeer.client(terminals, server);
        screen += "Nouvelle connexion : " + client.address() + "\n";
        server.shows(screen);
        client.send(first);
        client.receives("Echo : " + first);
        client.send(second);
        client.receives("Echo : " + second);
        client.close();
        screen += "Reçu : " + first + "\nReçu : " + second + "\nConnexion fermée : " + client.address() + "\n";
        server.shows(screen);
        var next = WebSocketPeer.client(terminals, server);
        server.shows(screen + "Nouvelle connexion : " + next.address() + "\n");
    }

    @Step(program = "echo-server", step = 3, requires = "fonctionner avec notre client, qui affiche ses échos")
    void echo_server_works_with_our_client(Terminals terminals) throws IOException {
        assertEchoProgramsWork(terminals);
    }

    @Step(program = "echo-server", step = 4, requires = "servir un client pendant qu'un autre se tait")
    void echo_server_serves_a_client_while_another_is_silent(Terminals terminals) throws IOException {
        var question = Texts.any();
        var answer = Texts.any();
        var server = terminals.server("echo-server");
        var silent = WebSocketPeer.client(terminals, server);
        var client = WebSocketPeer.client(terminals, server);
        client.send(question);
        client.receives("Echo : " + question);
        silent.send(answer);
        silent.receives("Echo : " + answer);
    }

    @Step(program = "echo-server", step = 5, requires = "continuer de servir les autres quand un client disparaît")
    void echo_server_serves_others_after_a_client_vanishes(Terminals terminals) throws IOException {
        var greeting = Texts.any();
        var other = Texts.any();
        var server = terminals.server("echo-server");
        var witness = WebSocketPeer.client(terminals, server);
        WebSocketPeer.client(terminals, server).vanish();
        var client = WebSocketPeer.client(terminals, server);
        client.send(greeting);
        client.receives("Echo : " + greeting);
        witness.send(other);
        witness.receives("Echo : " + other);
    }

    @Step(program = "echo-client", step = 1,
            requires = "envoyer deux textes sur une seule connexion et afficher les réponses")
    void echo_client_sends_two_texts_and_prints_the_answers(Terminals terminals) throws IOException {
        assertEchoClientPrints(terminals, "Echo : Bonjour !", "Echo : Comment ça va ?");
    }

    @Step(program = "echo-client", step = 2, requires = "fonctionner avec notre serveur, qui affiche ses textes")
    void echo_client_works_with_our_server(Terminals terminals) throws IOException {
        assertEchoProgramsWork(terminals);
    }

    @Step(program = "echo-client", step = 3, requires = "afficher n'importe quelle réponse")
    void echo_client_prints_any_answer(Terminals terminals) throws IOException {
        assertEchoClientPrints(terminals, Texts.anyLarge(), "");
    }

    @Step(program = "echo-client", step = 4, requires = "ne pas afficher de réponse quand il n'y a pas de serveur")
    void echo_client_prints_no_answer_without_a_server(Terminals terminals) {
        terminals.run("echo-client", terminals.port("echo-client")).endsWithoutShowing("Réponse :");
    }

    private static void assertEchoProgramsWork(Terminals terminals) throws IOException {
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

    private static void assertEchoClientPrints(Terminals terminals, String first, String second) throws IOException {
        var server = WebSocketPeer.server(terminals, "echo-client");
        var client = server.program();
        server.receives("Bonjour !");
        server.send(first);
        server.receives("Comment ça va ?");
        server.send(second);
        server.awaitClose();
        client.endsShowing("Réponse : " + first + "\nRéponse : " + second + "\n");
    }

    @Step(program = "server", step = 1, requires = "écouter sur localhost")
    void server_listens_on_localhost(Terminals terminals) {
        terminals.server("server").listensOnLocalhost();
    }

    @Step(program = "server", step = 2,
            requires = "transmettre chaque texte à tous les autres clients et compter les clients")
    void server_forwards_each_text_to_all_other_clients(Terminals terminals) throws IOException {
        var greeting = Texts.any();
        var question = Texts.anyLarge();
        var answer = Texts.any();
        var server = terminals.server("server");
        var screen = "Serveur de chat sur ws://localhost:" + server.port() + "\n";
        server.shows(screen);
        var alice = WebSocketPeer.client(terminals, server);
        screen += "Connexion : " + alice.address() + " — 1 client(s) connecté(s)\n";
        server.shows(screen);
        var bob = WebSocketPeer.client(terminals, server);
        screen += "Connexion : " + bob.address() + " — 2 client(s) connecté(s)\n";
        server.shows(screen);
        var carol = WebSocketPeer.client(terminals, server, "/chat");
        screen += "Connexion : " + carol.address() + " — 3 client(s) connecté(s)\n";
        server.shows(screen);

        alice.send(greeting);
        bob.receives(greeting);
        carol.receives(greeting);
        bob.send(question);
        // Alice receives Bob's text first, so the server did not return her own text.
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
        // A client that is alone may send, and it may then send again.
        for (var unheard : List.of(Texts.any(), Texts.any())) {
            alice.send(unheard);
            screen += "Message de " + alice.address() + " : " + unheard + "\n";
            server.shows(screen);
        }
        alice.close();
        screen += "Déconnexion : " + alice.address() + " — 0 client(s) restant(s)\n";
        server.shows(screen);
        var dave = WebSocketPeer.client(terminals, server);
        server.shows(screen + "Connexion : " + dave.address() + " — 1 client(s) connecté(s)\n");
    }

    @Step(program = "server", step = 3, requires = "fonctionner avec nos clients, qui échangent des messages")
    void server_works_with_our_clients(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        var screen = "Serveur de chat sur ws://localhost:" + server.port() + "\n";
        var alice = terminals.run("client", server.port(), "-Dpseudo=Alice", "-Dhost=" + server.host());
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
        server.shows(screen + """
                Message de <adresse> : Alice : Salut !
                Déconnexion : <adresse> — 1 client(s) restant(s)
                """);
    }

    @Step(program = "server", step = 4, requires = "ne plus écrire à un client qui a disparu")
    void server_does_not_write_to_a_vanished_client(Terminals terminals) throws IOException {
        var question = Texts.any();
        var answer = Texts.any();
        var server = terminals.server("server");
        var screen = "Serveur de chat sur ws://localhost:" + server.port() + "\n";
        var alice = WebSocketPeer.client(terminals, server);
        screen += "Connexion : " + alice.address() + " — 1 client(s) connecté(s)\n";
        server.shows(screen);
        var bob = WebSocketPeer.client(terminals, server);
        screen += "Connexion : " + bob.address() + " — 2 client(s) connecté(s)\n";
        server.shows(screen);
        alice.vanish();
        screen += "Déconnexion : " + alice.address() + " — 1 client(s) restant(s)\n";
        server.shows(screen);
        var carol = WebSocketPeer.client(terminals, server);
        screen += "Connexion : " + carol.address() + " — 2 client(s) connecté(s)\n";
        server.shows(screen);
        carol.send(question);
        bob.receives(question);
        bob.send(answer);
        carol.receives(answer);
    }

    @Step(program = "client", step = 1,
            requires = "afficher ce qui arrive pendant que personne ne tape, et envoyer ce qui est tapé")
    void client_prints_received_texts_and_sends_typed_ones(Terminals terminals) throws IOException {
        var first = Texts.any();
        var second = Texts.anyLarge();
        var typed = Texts.any();
        var question = Texts.anyLarge();
        var last = Texts.any();
        var server = WebSocketPeer.server(terminals, "client");
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
        // Wait for the next prompt, because the client prints it after everything else about a typed line.
        client.showsPrompts(3);
        screen += "Vous : Vous : ";
        client.shows(screen);
        server.send(last);
        client.shows(screen + "\n[Message reçu] " + last + "\n");
    }

    @Step(program = "client", step = 2, requires = "fonctionner avec notre serveur, qui transmet ses textes aux autres")
    void client_works_with_our_server(Terminals terminals) throws IOException {
        var greeting = Texts.any();
        var answer = Texts.any();
        var server = terminals.server("server");
        var bob = WebSocketPeer.client(terminals, server);
        var alice = terminals.clientOf(server, "client");
        alice.shows(CONNECTED);
        alice.type(greeting);
        bob.receives(greeting);
        bob.send(answer);
        alice.showsPart("[Message reçu] " + answer);
    }

    @Step(program = "client", step = 3, requires = "ne pas se dire connecté quand il n'y a pas de serveur")
    void client_does_not_claim_a_connection_without_a_server(Terminals terminals) {
        terminals.run("client", terminals.port("client")).endsWithoutShowing("Connecté au chat.");
    }

    @Step(program = "handshake", step = 1, requires = "afficher la requête et la réponse")
    void handshake_prints_the_request_and_the_response(Terminals terminals) throws IOException {
        var server = WebSocketPeer.serverBeforeUpgrade(terminals, "handshake");
        var handshake = server.program();
        server.requestIs("GET /chat HTTP/1.1");
        var accept = RawPeer.accept(server.request());
        server.upgrade(accept);
        handshake.awaitEnd();
        var documented = nonBlank(server.request() + """
                HTTP/1.1 101 Switching Protocols
                Upgrade: websocket
                Connection: Upgrade
                Sec-WebSocket-Accept: %s
                """.formatted(accept));
        var shown = nonBlank(handshake.screen());
        if (!shown.subList(0, Math.min(documented.size(), shown.size())).equals(documented)) {
            throw handshake.mismatch(String.join("\n", documented));
        }
        handshake.endsSuccessfully();
    }

    private static List<String> nonBlank(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    @Step(program = "handshake", step = 2, requires = "dire si Sec-WebSocket-Accept est correct")
    void handshake_reports_whether_the_accept_value_is_correct(Terminals terminals) throws IOException {
        var conclusion = conclusion(terminals, true);
        var otherConclusion = conclusion(terminals, false);
        if (conclusion.equals(otherConclusion)) {
            throw Mismatch.wrong("une autre dernière ligne quand Sec-WebSocket-Accept est faux", conclusion);
        }
        if (NEGATIVE.matcher(conclusion).find() || !NEGATIVE.matcher(otherConclusion).find()) {
            throw Mismatch.wrong("une dernière ligne qui dit si Sec-WebSocket-Accept est correct", "quand il l'est : %s ;"
                    .formatted(conclusion) + " quand il ne l'est pas : " + otherConclusion);
        }
    }

    /** The last line of the output, without the values that change with each run. */
    private static String conclusion(Terminals terminals, boolean isCorrect) throws IOException {
        var server = WebSocketPeer.serverBeforeUpgrade(terminals, "handshake");
        var handshake = server.program();
        server.upgrade(RawPeer.accept(isCorrect ? server.request() : "Sec-WebSocket-Key: of another request"));
        handshake.awaitEnd();
        return handshake.screen().strip().lines().reduce((earlier, last) -> last).orElse("rien")
                .replaceAll("[A-Za-z0-9+/]{20,}=*", "...");
    }
}
