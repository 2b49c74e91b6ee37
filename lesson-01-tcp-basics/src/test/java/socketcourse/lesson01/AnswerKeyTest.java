package socketcourse.lesson01;

import java.io.IOException;
import socketcourse.testing.grading.AnswerKey;
import socketcourse.testing.grading.Step;
import socketcourse.testing.terminal.Terminals;

/** What makes an answer to this lesson right. */
@AnswerKey
class AnswerKeyTest {

    @Step(program = "server", step = 1, requires = "écoute, dit qu'un client est venu et se termine")
    void it_listens_and_shows_that_a_client_came_and_ends(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        var listening = "Serveur en écoute sur le port " + server.port() + "...\n";
        server.shows(listening);
        terminals.clientOf(server, "client").endsShowing("Connecté au serveur !\n");
        server.endsShowing(listening + "Connexion reçue de <adresse>\n");
    }

    @Step(program = "server", step = 2, requires = "montre l'adresse de son client et raccroche sans un mot")
    void it_shows_the_address_of_the_client_and_hangs_up_without_a_word(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        var client = terminals.connect(server);
        client.finishSending();
        client.receivesLast("");
        server.endsShowing("""
                Serveur en écoute sur le port %d...
                Connexion reçue de %s
                """.formatted(server.port(), client.address()));
    }

    @Step(program = "client", step = 1, requires = "se connecte, le dit et raccroche sans un mot")
    void it_connects_and_says_so_and_hangs_up_without_a_word(Terminals terminals) throws IOException {
        var server = terminals.accept("client");
        server.receivesLast("");
        server.finishSending();
        server.program().endsShowing("Connecté au serveur !\n");
    }

    @Step(program = "client", step = 2, requires = "va avec notre serveur, qui montre qu'il est venu")
    void the_server_shows_that_it_came(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        terminals.clientOf(server, "client").endsShowing("Connecté au serveur !\n");
        server.endsShowing("""
                Serveur en écoute sur le port %d...
                Connexion reçue de <adresse>
                """.formatted(server.port()));
    }

    @Step(program = "client", step = 3, requires = "ne se dit pas connecté quand il n'y a pas de serveur")
    void it_does_not_say_that_it_is_connected_when_there_is_no_server(Terminals terminals) {
        terminals.run("client", terminals.port("client")).endsWithoutShowing("Connecté au serveur !");
    }
}
