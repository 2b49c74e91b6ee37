package socketcourse.lesson03;

import java.io.IOException;
import socketcourse.testing.grading.AnswerKey;
import socketcourse.testing.grading.Step;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.Texts;

/** The requirements for a correct program of this lesson. */
@AnswerKey
class AnswerKeyTest {

    @Step(program = "server", step = 1, requires = "écouter sur localhost")
    void server_listens_on_localhost(Terminals terminals) {
        terminals.server("server").listensOnLocalhostForDatagrams();
    }

    @Step(program = "server", step = 2,
            requires = "afficher le datagramme et son expéditeur, et répondre à celui-ci une seule fois")
    void server_prints_the_datagram_and_answers_its_sender_once(Terminals terminals) throws IOException {
        var text = Texts.any();
        var server = terminals.server("server");
        var listening = "Serveur UDP en écoute...\n";
        server.shows(listening);
        try (var client = UdpPeer.client(terminals, server)) {
            client.send(text);
            client.receives("Message bien reçu !");
            server.endsShowing(listening + "Message de " + client.address() + " : " + text + "\n");
            client.receivesNothingMore();
        }
    }

    @Step(program = "server", step = 3, requires = "fonctionner avec notre client, qui affiche sa réponse")
    void server_works_with_our_client(Terminals terminals) {
        var server = terminals.server("server");
        terminals.run("client", server.port(), "-Dhost=" + server.host()).endsShowing("Réponse : Message bien reçu !\n");
        server.endsShowing("Serveur UDP en écoute...\nMessage de <adresse> : Hello UDP !\n");
    }

    @Step(program = "server", step = 4, requires = "recevoir au plus 1024 octets d'un datagramme")
    void server_receives_at_most_1024_bytes_of_a_datagram(Terminals terminals) throws IOException {
        var text = Texts.ascii(2000);
        var server = terminals.server("server");
        try (var client = UdpPeer.client(terminals, server)) {
            client.send(text);
            client.receives("Message bien reçu !");
            var screen = "Serveur UDP en écoute...\nMessage de " + client.address() + " : ";
            // A C program may need the last byte of its buffer for the NUL that ends a string.
            server.endsShowing(screen + text.substring(0, 1024) + "\n", screen + text.substring(0, 1023) + "\n");
        }
    }

    @Step(program = "client", step = 1, requires = "envoyer un seul datagramme et afficher la réponse")
    void client_sends_one_datagram_and_prints_the_answer(Terminals terminals) throws IOException {
        assertClientPrints("Message bien reçu !", terminals);
    }

    @Step(program = "client", step = 2, requires = "fonctionner avec notre serveur, qui affiche son message")
    void client_works_with_our_server(Terminals terminals) {
        var server = terminals.run("server", terminals.port("client"));
        server.awaitListening();
        terminals.run("client", server.port()).endsShowing("Réponse : Message bien reçu !\n");
        server.endsShowing("Serveur UDP en écoute...\nMessage de <adresse> : Hello UDP !\n");
    }

    @Step(program = "client", step = 3, requires = "décoder n'importe quelle réponse, en entier")
    void client_decodes_any_answer(Terminals terminals) throws IOException {
        assertClientPrints(Texts.anyLarge(), terminals);
    }

    private static void assertClientPrints(String answer, Terminals terminals) throws IOException {
        try (var server = UdpPeer.server(terminals, terminals.port("client"))) {
            var client = terminals.run("client", server.port());
            server.receives("Hello UDP !");
            client.markStarted();
            server.send(answer);
            client.endsShowing("Réponse : " + answer + "\n");
            server.receivesNothingMore();
        }
    }
}
