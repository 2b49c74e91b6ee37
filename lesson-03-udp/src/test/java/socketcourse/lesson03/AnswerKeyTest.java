package socketcourse.lesson03;

import java.io.IOException;
import socketcourse.testing.grading.AnswerKey;
import socketcourse.testing.grading.Step;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.Texts;

/** What makes an answer to this lesson right. */
@AnswerKey
class AnswerKeyTest {

    @Step(program = "server", step = 1,
            requires = "montre le datagramme et son expéditeur, et répond à celui-ci, une fois")
    void it_shows_the_datagram_and_who_sent_it_and_answers_that_one(Terminals terminals) throws IOException {
        var text = Texts.any();
        var server = terminals.server("server");
        server.shows("Serveur UDP en écoute...\n");
        try (var client = UdpPeer.of(terminals, server.port())) {
            client.send(text);
            client.receives("Message bien reçu !");
            server.endsShowing("Serveur UDP en écoute...\nMessage de " + client.address()
                    + " : " + text + "\n");
            client.receivesNothingMore();
        }
    }

    @Step(program = "server", step = 2, requires = "va avec notre client, qui comprend sa réponse")
    void our_client_understands_its_answer(Terminals terminals) {
        var server = terminals.server("server");
        terminals.run("client", server.port()).endsShowing("Réponse : Message bien reçu !\n");
        server.endsShowing("Serveur UDP en écoute...\nMessage de <adresse> : Hello UDP !\n");
    }

    @Step(program = "server", step = 3, requires = "reçoit 1024 octets d'un datagramme au plus")
    void it_receives_1024_bytes_of_a_datagram_at_most(Terminals terminals) throws IOException {
        var text = Texts.ascii(2000);
        var server = terminals.server("server");
        try (var client = UdpPeer.of(terminals, server.port())) {
            client.send(text);
            client.receives("Message bien reçu !");
            var screen = "Serveur UDP en écoute...\nMessage de " + client.address() + " : ";
            // A string in C ends with a byte of its own.
            server.endsShowing(screen + text.substring(0, 1024) + "\n", screen + text.substring(0, 1023) + "\n");
        }
    }

    @Step(program = "client", step = 1, requires = "envoie un datagramme et montre la réponse")
    void it_sends_one_datagram_and_shows_the_answer(Terminals terminals) throws IOException {
        assertShows("Message bien reçu !", terminals);
    }

    @Step(program = "client", step = 2, requires = "va avec notre serveur, qui le comprend")
    void our_server_understands_it(Terminals terminals) {
        var server = terminals.run("server", terminals.port("client"));
        server.awaitListening();
        terminals.run("client", server.port()).endsShowing("Réponse : Message bien reçu !\n");
        server.endsShowing("Serveur UDP en écoute...\nMessage de <adresse> : Hello UDP !\n");
    }

    @Step(program = "client", step = 3, requires = "décode n'importe quelle réponse, toute entière")
    void it_decodes_any_answer(Terminals terminals) throws IOException {
        assertShows(Texts.anyLarge(), terminals);
    }

    private static void assertShows(String answer, Terminals terminals) throws IOException {
        try (var server = new UdpPeer(terminals, terminals.port("client"))) {
            var client = terminals.run("client", server.port());
            server.receives("Hello UDP !");
            client.markStarted();
            server.send(answer);
            client.endsShowing("Réponse : " + answer + "\n");
            server.receivesNothingMore();
        }
    }
}
