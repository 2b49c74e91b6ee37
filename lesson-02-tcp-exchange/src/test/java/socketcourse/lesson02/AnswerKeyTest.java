package socketcourse.lesson02;

import java.io.IOException;
import socketcourse.testing.grading.AnswerKey;
import socketcourse.testing.grading.Step;
import socketcourse.testing.terminal.Terminal;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.Texts;

/** What makes an answer to this lesson right. */
@AnswerKey
class AnswerKeyTest {

    /** What fits a buffer of 1024 bytes in C, where a string ends with a byte of its own. */
    private static final int IN_C = 1023;

    @Step(program = "server", step = 1, requires = "montre qui est venu et ce qui est arrivé")
    void it_shows_who_came_and_what_came(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        server.shows("Serveur en écoute sur le port " + server.port() + "...\n");
        terminals.clientOf(server, "client").endsShowing("");
        server.endsShowing(documented(server, "<adresse>", "Salut le serveur !"));
    }

    @Step(program = "server", step = 2, requires = "décode n'importe quel texte et montre l'adresse de l'expéditeur")
    void it_decodes_any_text_and_shows_the_address_of_its_sender(Terminals terminals) throws IOException {
        var text = Texts.any();
        var server = terminals.server("server");
        var client = terminals.connect(server);
        client.send(text);
        // One receive is enough for it: the client may still have something to say, or wait for an answer.
        server.shows(documented(server, client.address(), text));
        client.finishSending();
        client.receivesLast("");
        server.endsShowing(documented(server, client.address(), text));
    }

    @Step(program = "server", step = 3, requires = "montre un message vide quand le client raccroche sans un mot")
    void it_shows_an_empty_message_when_the_client_hangs_up_without_a_word(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        var client = terminals.connect(server);
        client.finishSending();
        server.endsShowing(documented(server, client.address(), ""));
    }

    @Step(program = "server", step = 4, requires = "reçoit 1024 octets au plus")
    void it_receives_1024_bytes_at_most(Terminals terminals) throws IOException {
        var text = Texts.ascii(2000);
        var server = terminals.server("server");
        var client = terminals.connect(server);
        client.send(text);
        server.endsShowing(documented(server, client.address(), text.substring(0, 1024)),
                documented(server, client.address(), text.substring(0, IN_C)));
    }

    @Step(program = "client", step = 1, requires = "envoie le message, et pas un octet de plus")
    void it_sends_the_message_and_not_a_byte_more(Terminals terminals) throws IOException {
        var server = terminals.accept("client");
        server.receivesLast("Salut le serveur !");
        server.finishSending();
        server.program().endsShowing("");
    }

    @Step(program = "client", step = 2, requires = "va avec notre serveur, qui montre son message")
    void the_server_shows_its_message(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        terminals.clientOf(server, "client").endsShowing("");
        server.endsShowing(documented(server, "<adresse>", "Salut le serveur !"));
    }

    @Step(program = "reply-server", step = 1,
            requires = "décode n'importe quel texte et y répond, sans un octet de plus")
    void it_decodes_any_text_and_answers_it_with_not_a_byte_more(Terminals terminals) throws IOException {
        var text = Texts.any();
        var server = terminals.server("reply-server");
        server.shows("En attente d'un client...\n");
        var client = terminals.connect(server);
        client.send(text);
        client.receives("Bien reçu, merci !");
        client.finishSending();
        client.receivesLast("");
        server.endsShowing("En attente d'un client...\nReçu : " + text + "\n");
    }

    @Step(program = "reply-server", step = 2, requires = "va avec notre client, qui comprend sa réponse")
    void our_client_understands_its_answer(Terminals terminals) throws IOException {
        var server = terminals.server("reply-server");
        terminals.clientOf(server, "reply-client").endsShowing("Réponse du serveur : Bien reçu, merci !\n");
        server.endsShowing("En attente d'un client...\nReçu : Salut le serveur !\n");
    }

    @Step(program = "reply-server", step = 3,
            requires = "montre un message vide quand le client raccroche sans un mot")
    void it_shows_an_empty_message_when_its_client_hangs_up_without_a_word(Terminals terminals) throws IOException {
        var server = terminals.server("reply-server");
        terminals.connect(server).finishSending();
        server.endsShowing("En attente d'un client...\nReçu : \n");
    }

    @Step(program = "reply-server", step = 4, requires = "reçoit 1024 octets au plus, puis répond")
    void it_receives_1024_bytes_at_most_before_it_answers(Terminals terminals) throws IOException {
        var text = Texts.ascii(2000);
        var server = terminals.server("reply-server");
        var client = terminals.connect(server);
        server.awaitRest();
        client.receives("");
        client.send(text);
        server.endsShowing("En attente d'un client...\nReçu : " + text.substring(0, 1024) + "\n",
                "En attente d'un client...\nReçu : " + text.substring(0, IN_C) + "\n");
    }

    @Step(program = "reply-client", step = 1, requires = "demande, et montre la réponse")
    void it_asks_and_shows_the_answer(Terminals terminals) throws IOException {
        var client = answered(terminals, "Bien reçu, merci !");
        client.endsShowing("Réponse du serveur : Bien reçu, merci !\n");
    }

    @Step(program = "reply-client", step = 2, requires = "va avec notre serveur, qui montre sa question")
    void the_server_shows_its_question(Terminals terminals) throws IOException {
        var server = terminals.server("reply-server");
        terminals.clientOf(server, "reply-client").endsShowing("Réponse du serveur : Bien reçu, merci !\n");
        server.endsShowing("En attente d'un client...\nReçu : Salut le serveur !\n");
    }

    @Step(program = "reply-client", step = 3, requires = "décode n'importe quelle réponse")
    void it_decodes_any_answer(Terminals terminals) throws IOException {
        var text = Texts.any();
        answered(terminals, text).endsShowing("Réponse du serveur : " + text + "\n");
    }

    @Step(program = "reply-client", step = 4,
            requires = "montre une réponse vide quand le serveur raccroche sans un mot")
    void it_shows_an_empty_answer_when_the_server_hangs_up_without_a_word(Terminals terminals) throws IOException {
        answered(terminals, "").endsShowing("Réponse du serveur : \n");
    }

    @Step(program = "reply-client", step = 5, requires = "reçoit une réponse de 1024 octets au plus")
    void it_receives_an_answer_of_1024_bytes_at_most(Terminals terminals) throws IOException {
        var text = Texts.ascii(2000);
        answered(terminals, text).endsShowing("Réponse du serveur : " + text.substring(0, 1024) + "\n",
                "Réponse du serveur : " + text.substring(0, IN_C) + "\n");
    }

    @Step(program = "reply-client", step = 6, requires = "ne montre pas de réponse quand il n'y a pas de serveur")
    void it_shows_no_answer_when_there_is_no_server(Terminals terminals) {
        terminals.run("reply-client", terminals.port("reply-client")).endsWithoutShowing("Réponse du serveur :");
    }

    private static Terminal answered(Terminals terminals, String answer) throws IOException {
        var server = terminals.accept("reply-client");
        server.receives("Salut le serveur !");
        server.send(answer);
        server.finishSending();
        server.receivesLast("");
        return server.program();
    }

    private static String documented(Terminal server, String address, String message) {
        return """
                Serveur en écoute sur le port %d...
                Connexion de %s
                Message reçu : %s
                """.formatted(server.port(), address, message);
    }
}
