package socketcourse.lesson01;

import java.io.IOException;
import socketcourse.testing.grading.AnswerKey;
import socketcourse.testing.grading.Step;
import socketcourse.testing.terminal.Terminals;

/** The requirements for a correct program of this lesson. */
@AnswerKey
class AnswerKeyTest {

    @Step(program = "server", step = 1, requires = "écouter sur localhost")
    void server_listens_on_localhost(Terminals terminals) {
        terminals.server("server").listensOnLocalhost();
    }

    @Step(program = "server", step = 2, requires = "écouter, annoncer la connexion d'un client et se terminer")
    void server_listens_then_reports_a_connection_and_ends(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        var listening = "Serveur en écoute sur le port " + server.port() + "...\n";
        server.shows(listening);
        terminals.clientOf(server, "client").endsShowing("Connecté au serveur !\n");
        server.endsShowing(listening + "Connexion reçue de <adresse>\n");
    }

    @Step(program = "server", step = 3,
            requires = "afficher l'adresse du client et fermer la connexion sans rien envoyer")
    void server_prints_the_client_address_and_sends_nothing(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        var client = terminals.connect(server);
        client.finishSending();
        client.receivesLast("");
        server.endsShowing("""
                Serveur en écoute sur le port %d...
                Connexion reçue de %s
                """.formatted(server.port(), client.address()));
    }

    @Step(program = "client", step = 1, requires = "se connecter, l'annoncer et fermer la connexion sans rien envoyer")
    void client_connects_and_reports_it_and_sends_nothing(Terminals terminals) throws IOException {
        var server = terminals.accept("client");
        var client = server.program();
        server.receivesLast("");
        server.close();
        client.endsShowing("Connecté au serveur !\n");
    }

    @Step(program = "client", step = 2, requires = "fonctionner avec notre serveur, qui affiche la connexion")
    void client_works_with_our_server(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        terminals.clientOf(server, "client").endsShowing("Connecté au serveur !\n");
        server.endsShowing("""
                Serveur en écoute sur le port %d...
                Connexion reçue de <adresse>
                """.formatted(server.port()));
    }

    @Step(program = "client", step = 3, requires = "ne pas se dire connecté quand il n'y a pas de serveur")
    void client_does_not_claim_a_connection_without_a_server(Terminals terminals) {
        terminals.run("client", terminals.port("client")).endsWithoutShowing("Connecté au serveur !");
    }
}
