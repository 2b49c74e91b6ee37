package socketcourse.lesson02;

import java.io.IOException;
import java.util.Locale;
import socketcourse.testing.grading.AnswerKey;
import socketcourse.testing.grading.Step;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.Texts;

/** The requirements for a correct {@code uppercase-server}. */
@AnswerKey
class ChallengeKey {

    @Step(program = "uppercase-server", step = 1, requires = "écouter sur localhost")
    void uppercase_server_listens_on_localhost(Terminals terminals) {
        terminals.server("uppercase-server").listensOnLocalhost();
    }

    @Step(program = "uppercase-server", step = 2,
            requires = "afficher un message, et le renvoyer en majuscules, sans un octet de plus")
    void uppercase_server_answers_in_upper_case(Terminals terminals) throws IOException {
        var server = terminals.server("uppercase-server");
        var client = terminals.connect(server);
        client.send("Bonjour !");
        client.receives("BONJOUR !");
        server.shows("Reçu : Bonjour !\n");
    }

    @Step(program = "uppercase-server", step = 3, requires = "répondre à chaque message du client, aussitôt", needs = 2)
    void uppercase_server_answers_each_message(Terminals terminals) throws IOException {
        var server = terminals.server("uppercase-server");
        var client = terminals.connect(server);
        var screen = "";
        for (var count = 0; count < 3; count++) {
            var text = Texts.ascii(12);
            client.send(text);
            client.receives(text.toUpperCase(Locale.ROOT));
            screen += "Reçu : " + text + "\n";
        }
        server.shows(screen);
    }

    @Step(program = "uppercase-server", step = 4, requires = "mettre aussi en majuscules les lettres accentuées",
            needs = 2)
    void uppercase_server_knows_accented_letters(Terminals terminals) throws IOException {
        var text = "ça va " + Texts.any();
        var server = terminals.server("uppercase-server");
        var client = terminals.connect(server);
        client.send(text);
        client.receives(text.toUpperCase(Locale.ROOT));
        server.shows("Reçu : " + text + "\n");
    }

    @Step(program = "uppercase-server", step = 5, requires = "se terminer quand le client ferme la connexion", needs = 2)
    void uppercase_server_ends_when_the_client_closes(Terminals terminals) throws IOException {
        var server = terminals.server("uppercase-server");
        var client = terminals.connect(server);
        client.send("salut");
        client.receives("SALUT");
        client.finishSending();
        client.receivesLast("");
        server.endsShowing("Reçu : salut\n");
    }

    @Step(program = "uppercase-server", step = 6,
            requires = "ne rien afficher quand le client ferme sans rien envoyer", needs = 5)
    void uppercase_server_prints_nothing_without_a_message(Terminals terminals) throws IOException {
        var server = terminals.server("uppercase-server");
        terminals.connect(server).finishSending();
        server.endsShowing("");
    }
}
