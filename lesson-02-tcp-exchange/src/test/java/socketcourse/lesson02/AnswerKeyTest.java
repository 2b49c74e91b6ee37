package socketcourse.lesson02;

import java.io.IOException;
import socketcourse.testing.grading.AnswerKey;
import socketcourse.testing.grading.Step;
import socketcourse.testing.terminal.Terminal;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.Texts;

/** The requirements for a correct program of this lesson. */
@AnswerKey
class AnswerKeyTest {

    /** A correct C program may keep one byte of its 1024 for the NUL that ends a string. */
    private static final int LIMIT_IN_C = 1023;

    @Step(program = "server", step = 1, requires = "écouter sur localhost")
    void server_listens_on_localhost(Terminals terminals) {
        terminals.server("server").listensOnLocalhost();
    }

    @Step(program = "server", step = 2, requires = "afficher l'adresse du client et le message reçu")
    void server_prints_the_client_and_its_message(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        server.shows("Serveur en écoute sur le port " + server.port() + "...\n");
        terminals.clientOf(server, "client").endsShowing("");
        server.endsShowing(documented(server, "<adresse>", "Salut le serveur !"));
    }

    @Step(program = "server", step = 3, requires = "décoder n'importe quel texte et afficher l'adresse de l'expéditeur")
    void server_decodes_any_text_and_prints_its_sender(Terminals terminals) throws IOException {
        var text = Texts.any();
        var server = terminals.server("server");
        var client = terminals.connect(server);
        client.send(text);
        // The server must not wait for more, because the client may still send, or wait for an answer.
        server.shows(documented(server, client.address(), text));
        client.finishSending();
        client.receivesLast("");
        server.endsShowing(documented(server, client.address(), text));
    }

    @Step(program = "server", step = 4,
            requires = "afficher un message vide quand le client ferme la connexion sans rien envoyer")
    void server_prints_an_empty_message_when_the_client_closes(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        var client = terminals.connect(server);
        client.finishSending();
        server.endsShowing(documented(server, client.address(), ""));
    }

    @Step(program = "server", step = 5, requires = "recevoir au plus 1024 octets")
    void server_receives_at_most_1024_bytes(Terminals terminals) throws IOException {
        var text = Texts.ascii(2000);
        var server = terminals.server("server");
        var client = terminals.connect(server);
        client.send(text);
        server.endsShowing(documented(server, client.address(), text.substring(0, 1024)),
                documented(server, client.address(), text.substring(0, LIMIT_IN_C)));
    }

    @Step(program = "client", step = 1, requires = "envoyer le message, sans un octet de plus")
    void client_sends_the_message_and_nothing_else(Terminals terminals) throws IOException {
        var server = terminals.accept("client");
        var client = server.program();
        server.receivesLast("Salut le serveur !");
        server.close();
        client.endsShowing("");
    }

    @Step(program = "client", step = 2, requires = "fonctionner avec notre serveur, qui affiche son message")
    void client_works_with_our_server(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        terminals.clientOf(server, "client").endsShowing("");
        server.endsShowing(documented(server, "<adresse>", "Salut le serveur !"));
    }

    @Step(program = "reply-server", step = 1, requires = "écouter sur localhost")
    void reply_server_listens_on_localhost(Terminals terminals) {
        terminals.server("reply-server").listensOnLocalhost();
    }

    @Step(program = "reply-server", step = 2,
            requires = "décoder n'importe quel texte et y répondre, sans un octet de plus")
    void reply_server_decodes_any_text_and_sends_only_its_answer(Terminals terminals) throws IOException {
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

    @Step(program = "reply-server", step = 3, requires = "fonctionner avec notre client, qui affiche sa réponse")
    void reply_server_works_with_our_client(Terminals terminals) throws IOException {
        var server = terminals.server("reply-server");
        terminals.clientOf(server, "reply-client").endsShowing("Réponse du serveur : Bien reçu, merci !\n");
        server.endsShowing("En attente d'un client...\nReçu : Salut le serveur !\n");
    }

    @Step(program = "reply-server", step = 4,
            requires = "afficher un message vide quand le client ferme la connexion sans rien envoyer")
    void reply_server_prints_an_empty_message_when_the_client_closes(Terminals terminals) throws IOException {
        var server = terminals.server("reply-server");
        terminals.connect(server).finishSending();
        server.endsShowing("En attente d'un client...\nReçu : \n");
    }

    @Step(program = "reply-server", step = 5, requires = "recevoir au plus 1024 octets, puis répondre")
    void reply_server_receives_at_most_1024_bytes_then_answers(Terminals terminals) throws IOException {
        var text = Texts.ascii(2000);
        var server = terminals.server("reply-server");
        var client = terminals.connect(server);
        server.awaitRest();
        client.receives("");
        client.send(text);
        server.endsShowing("En attente d'un client...\nReçu : " + text.substring(0, 1024) + "\n",
                "En attente d'un client...\nReçu : " + text.substring(0, LIMIT_IN_C) + "\n");
    }

    @Step(program = "reply-client", step = 1, requires = "envoyer le message, puis afficher la réponse")
    void reply_client_sends_the_message_and_prints_the_answer(Terminals terminals) throws IOException {
        clientAfterReply(terminals, "Bien reçu, merci !").endsShowing("Réponse du serveur : Bien reçu, merci !\n");
    }

    @Step(program = "reply-client", step = 2, requires = "fonctionner avec notre serveur, qui affiche son message")
    void reply_client_works_with_our_server(Terminals terminals) throws IOException {
        var server = terminals.server("reply-server");
        terminals.clientOf(server, "reply-client").endsShowing("Réponse du serveur : Bien reçu, merci !\n");
        server.endsShowing("En attente d'un client...\nReçu : Salut le serveur !\n");
    }

    @Step(program = "reply-client", step = 3, requires = "décoder n'importe quelle réponse")
    void reply_client_decodes_any_answer(Terminals terminals) throws IOException {
        var text = Texts.any();
        clientAfterReply(terminals, text).endsShowing("Réponse du serveur : " + text + "\n");
    }

    @Step(program = "reply-client", step = 4,
            requires = "afficher une réponse vide quand le serveur ferme la connexion sans rien envoyer")
    void reply_client_prints_an_empty_answer_when_the_server_closes(Terminals terminals) throws IOException {
        clientAfterReply(terminals, "").endsShowing("Réponse du serveur : \n");
    }

    @Step(program = "reply-client", step = 5, requires = "recevoir au plus 1024 octets de la réponse")
    void reply_client_receives_at_most_1024_bytes(Terminals terminals) throws IOException {
        var text = Texts.ascii(2000);
        clientAfterReply(terminals, text).endsShowing("Réponse du serveur : " + text.substring(0, 1024) + "\n",
                "Réponse du serveur : " + text.substring(0, LIMIT_IN_C) + "\n");
    }

    @Step(program = "reply-client", step = 6, requires = "ne pas afficher de réponse quand il n'y a pas de serveur")
    void reply_client_prints_no_answer_without_a_server(Terminals terminals) {
        terminals.run("reply-client", terminals.port("reply-client")).endsWithoutShowing("Réponse du serveur :");
    }

    private static Terminal clientAfterReply(Terminals terminals, String answer) throws IOException {
        var server = terminals.accept("reply-client");
        server.receives("Salut le serveur !");
        server.send(answer);
        server.close();
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
