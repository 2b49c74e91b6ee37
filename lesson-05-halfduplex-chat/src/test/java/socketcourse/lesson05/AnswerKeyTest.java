package socketcourse.lesson05;

import java.io.IOException;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import socketcourse.testing.grading.AnswerKey;
import socketcourse.testing.grading.Step;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.Texts;

/** The requirements for a correct program of this lesson. */
@AnswerKey
class AnswerKeyTest {

    private static final String WAITING = "Serveur de chat démarré. En attente d'un client...\n";
    private static final String SETUP_SERVER = WAITING + """
            Client connecté : %s
            Chat prêt ! Tapez vos messages (tapez 'quit' pour quitter).

            """;
    private static final String SETUP_CLIENT = """
            Connecté au serveur de chat !
            Chat prêt ! Tapez vos messages (tapez 'quit' pour quitter).

            """;
    private static final String SERVER = WAITING + """
            Client connecté : %s
            Chat prêt ! (tapez 'quit' pour quitter)

            """;
    private static final String CLIENT = """
            Connecté au serveur de chat !
            Chat prêt ! (tapez 'quit' pour quitter)

            """;

    @Step(program = "setup-server", step = 1, requires = "écouter sur localhost")
    void setup_server_listens_on_localhost(Terminals terminals) {
        terminals.server("setup-server").listensOnLocalhost();
    }

    @Step(program = "setup-server", step = 2,
            requires = "afficher l'adresse du client et annoncer que le chat est prêt")
    void setup_server_prints_the_client_address_and_the_welcome(Terminals terminals) throws IOException {
        var server = terminals.server("setup-server");
        server.shows(WAITING);
        var client = terminals.connect(server);
        client.finishSending();
        client.receivesLast("");
        server.endsShowing(SETUP_SERVER.formatted(client.address()));
    }

    @Step(program = "setup-server", step = 3, requires = "fonctionner avec notre client, qui s'y connecte")
    void setup_server_works_with_our_client(Terminals terminals) throws IOException {
        var server = terminals.server("setup-server");
        terminals.clientOf(server, "setup-client").endsShowing(SETUP_CLIENT);
        server.endsShowing(SETUP_SERVER.formatted("<adresse>"));
    }

    @Step(program = "setup-client", step = 1, requires = "se connecter et annoncer que le chat est prêt")
    void setup_client_connects_and_prints_the_welcome(Terminals terminals) throws IOException {
        var server = terminals.accept("setup-client");
        var client = server.program();
        server.close();
        server.receivesLast("");
        client.endsShowing(SETUP_CLIENT);
    }

    @Step(program = "setup-client", step = 2, requires = "fonctionner avec notre serveur, qui affiche la connexion")
    void setup_client_works_with_our_server(Terminals terminals) throws IOException {
        var server = terminals.server("setup-server");
        terminals.clientOf(server, "setup-client").endsShowing(SETUP_CLIENT);
        server.endsShowing(SETUP_SERVER.formatted("<adresse>"));
    }

    @Step(program = "setup-client", step = 3, requires = "ne pas se dire connecté quand il n'y a pas de serveur")
    void setup_client_does_not_claim_a_connection_without_a_server(Terminals terminals) {
        terminals.run("setup-client", terminals.port("setup-client"))
                .endsWithoutShowing("Connecté au serveur de chat !");
    }

    @Step(program = "server", step = 1, requires = "écouter sur localhost")
    void server_listens_on_localhost(Terminals terminals) {
        terminals.server("server").listensOnLocalhost();
    }

    @Step(program = "server", step = 2,
            requires = "recevoir et afficher un message, puis demander et envoyer une réponse, à tour de rôle")
    void server_takes_turns_and_receives_first(Terminals terminals) throws IOException {
        var greeting = Texts.any();
        var question = "quitte " + Texts.any();
        var answer = "Quitte. " + Texts.any();
        var server = terminals.server("server");
        server.shows(WAITING);
        var client = terminals.connect(server);
        var screen = SERVER.formatted(client.address());
        server.shows(screen);

        var first = Texts.any();
        client.send(first);
        screen += "Client : " + first + "\nVous : ";
        server.shows(screen);
        server.type(greeting);
        client.receives(greeting);
        client.send(question);
        screen += "Client : " + question + "\nVous : ";
        server.shows(screen);
        server.type(answer);
        client.receives(answer);
        client.send("quit");
        client.finishSending();
        client.receivesLast("");
        server.endsShowing(screen + "Le client a quitté le chat.\nChat terminé.\n");
    }

    @Step(program = "server", step = 3, requires = "tenir toute une conversation avec notre client")
    void server_chats_with_our_client(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        var client = terminals.clientOf(server, "client");
        client.shows(CLIENT + "Vous : ");
        client.type("Salut !");
        server.shows(SERVER.formatted("<adresse>") + "Client : Salut !\nVous : ");
        server.type("Hey, comment ça va ?");
        client.shows(CLIENT + "Vous : Serveur : Hey, comment ça va ?\nVous : ");
        client.type("Bien et toi ?");
        server.shows(SERVER.formatted("<adresse>") + "Client : Salut !\nVous : Client : Bien et toi ?\nVous : ");
        server.type("quit");
        server.endsShowing(SERVER.formatted("<adresse>")
                + "Client : Salut !\nVous : Client : Bien et toi ?\nVous : Chat terminé.\n");
        client.endsShowing(CLIENT
                + "Vous : Serveur : Hey, comment ça va ?\nVous : Le serveur a quitté le chat.\nChat terminé.\n");
    }

    @Step(program = "server", step = 4, requires = "quitter quand on tape « quit », en majuscules ou en minuscules")
    void server_quits_in_any_letter_case(Terminals terminals) throws IOException {
        var text = Texts.any();
        var server = terminals.server("server");
        var client = terminals.connect(server);
        client.send(text);
        server.shows(SERVER.formatted(client.address()) + "Client : " + text + "\nVous : ");
        server.type("QuIt");
        client.receives("quit");
        client.finishSending();
        client.receivesLast("");
        server.endsShowing(SERVER.formatted(client.address()) + "Client : " + text + "\nVous : Chat terminé.\n");
    }

    @Step(program = "server", step = 5, requires = "s'arrêter quand « quit » arrive, en majuscules ou en minuscules")
    void server_ends_on_a_received_quit_in_any_letter_case(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        var client = terminals.connect(server);
        client.send("QUIT");
        client.finishSending();
        server.endsShowing(SERVER.formatted(client.address()) + "Le client a quitté le chat.\nChat terminé.\n");
    }

    @Step(program = "server", step = 6,
            requires = "comprendre qu'un client qui ferme la connexion sans rien envoyer a quitté le chat")
    void server_reports_that_a_client_left_when_it_closes(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        var client = terminals.connect(server);
        server.shows(SERVER.formatted(client.address()));
        client.finishSending();
        server.endsShowing(SERVER.formatted(client.address()) + "Le client a quitté le chat.\nChat terminé.\n");
    }

    @Step(program = "server", step = 7, requires = "recevoir au plus 4096 octets")
    void server_receives_at_most_4096_bytes(Terminals terminals) throws IOException {
        var text = Texts.ascii(4097);
        var server = terminals.server("server");
        var client = terminals.connect(server);
        client.send(text);
        var screen = SERVER.formatted(client.address()) + "Client : ";
        // A C program may need the last byte of its buffer for the NUL that ends a string.
        server.shows(screen + text.substring(0, 4096) + "\nVous : ", screen + text.substring(0, 4095) + "\nVous : ");
    }

    /** The kernel closes the connection of a killed server first, so its port is not free (RFC 9293, section 3.6). */
    @Step(program = "server", step = 8,
            requires = "redémarrer aussitôt sur son port après une interruption (SO_REUSEADDR)")
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void server_restarts_at_once_after_it_was_killed(Terminals terminals) throws IOException {
        var text = Texts.any();
        var server = terminals.server("server");
        var client = terminals.connect(server);
        client.send(text);
        server.shows(SERVER.formatted(client.address()) + "Client : " + text + "\nVous : ");
        server.kill();

        var restarted = terminals.serverAgain("server", server);
        var newClient = terminals.connect(restarted);
        newClient.send("quit");
        newClient.finishSending();
        restarted.endsShowing(SERVER.formatted(newClient.address()) + "Le client a quitté le chat.\nChat terminé.\n");
    }

    @Step(program = "server", step = 9, requires = "garder ce qui arrive ou est tapé avant son tour")
    void server_keeps_text_that_is_out_of_turn(Terminals terminals) throws IOException {
        var typedEarly = "exit";
        var first = Texts.any();
        var sentEarly = Texts.any();
        var typed = Texts.any();
        var server = terminals.server("server");
        var client = terminals.connect(server);
        var screen = SERVER.formatted(client.address());
        server.shows(screen);
        server.type(typedEarly);
        client.send(first);
        client.receives(typedEarly);
        client.send("q");
        screen += "Client : " + first + "\nVous : Client : q\nVous : ";
        server.shows(screen);
        client.send(sentEarly);
        server.type(typed);
        client.receives(typed);
        server.shows(screen + "Client : " + sentEarly + "\nVous : ");
    }

    @Step(program = "client", step = 1,
            requires = "demander et envoyer un message, puis recevoir et afficher la réponse, à tour de rôle")
    void client_takes_turns_and_sends_first(Terminals terminals) throws IOException {
        var greeting = Texts.any();
        var question = "quitte " + Texts.any();
        var answer = "Quitte. " + Texts.any();
        var server = terminals.accept("client");
        var client = server.program();
        client.shows(CLIENT + "Vous : ");

        client.type(greeting);
        server.receives(greeting);
        server.send(question);
        var screen = CLIENT + "Vous : Serveur : " + question + "\nVous : ";
        client.shows(screen);
        client.type(answer);
        server.receives(answer);
        server.send("quit");
        server.close();
        server.receivesLast("");
        client.endsShowing(screen + "Le serveur a quitté le chat.\nChat terminé.\n");
    }

    @Step(program = "client", step = 2, requires = "tenir toute une conversation avec notre serveur")
    void client_chats_with_our_server(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        var client = terminals.clientOf(server, "client");
        server.shows(SERVER.formatted("<adresse>"));
        client.type("Salut !");
        server.shows(SERVER.formatted("<adresse>") + "Client : Salut !\nVous : ");
        server.type("Hey, comment ça va ?");
        client.shows(CLIENT + "Vous : Serveur : Hey, comment ça va ?\nVous : ");
        client.type("quit");
        client.endsShowing(CLIENT + "Vous : Serveur : Hey, comment ça va ?\nVous : Chat terminé.\n");
        server.endsShowing(SERVER.formatted("<adresse>")
                + "Client : Salut !\nVous : Le client a quitté le chat.\nChat terminé.\n");
    }

    @Step(program = "client", step = 3, requires = "quitter quand on tape « quit », en majuscules ou en minuscules")
    void client_quits_in_any_letter_case(Terminals terminals) throws IOException {
        var server = terminals.accept("client");
        var client = server.program();
        client.type("QuIt");
        server.receives("quit");
        server.close();
        server.receivesLast("");
        client.endsShowing(CLIENT + "Vous : Chat terminé.\n");
    }

    @Step(program = "client", step = 4, requires = "s'arrêter quand « quit » arrive, en majuscules ou en minuscules")
    void client_ends_on_a_received_quit_in_any_letter_case(Terminals terminals) throws IOException {
        var text = Texts.any();
        var server = terminals.accept("client");
        var client = server.program();
        client.type(text);
        server.receives(text);
        server.send("QUIT");
        server.close();
        client.endsShowing(CLIENT + "Vous : Le serveur a quitté le chat.\nChat terminé.\n");
    }

    @Step(program = "client", step = 5,
            requires = "comprendre qu'un serveur qui ferme la connexion sans rien envoyer a quitté le chat")
    void client_reports_that_the_server_left_when_it_closes(Terminals terminals) throws IOException {
        var text = Texts.any();
        var server = terminals.accept("client");
        var client = server.program();
        client.type(text);
        server.receives(text);
        server.close();
        client.endsShowing(CLIENT + "Vous : Le serveur a quitté le chat.\nChat terminé.\n");
    }

    @Step(program = "client", step = 6, requires = "recevoir au plus 4096 octets")
    void client_receives_at_most_4096_bytes(Terminals terminals) throws IOException {
        var text = Texts.ascii(4097);
        var greeting = Texts.any();
        var server = terminals.accept("client");
        var client = server.program();
        client.type(greeting);
        server.receives(greeting);
        server.send(text);
        var screen = CLIENT + "Vous : Serveur : ";
        client.shows(screen + text.substring(0, 4096) + "\nVous : ",
                screen + text.substring(0, 4095) + "\nVous : ");
    }

    @Step(program = "client", step = 7, requires = "ne pas se dire connecté quand il n'y a pas de serveur")
    void client_does_not_claim_a_connection_without_a_server(Terminals terminals) {
        terminals.run("client", terminals.port("client")).endsWithoutShowing("Connecté au serveur de chat !");
    }

    @Step(program = "client", step = 8, requires = "garder ce qui arrive ou est tapé avant son tour")
    void client_keeps_text_that_is_out_of_turn(Terminals terminals) throws IOException {
        var typed = Texts.any();
        var sentEarly = Texts.any();
        var typedEarly = Texts.any();
        var server = terminals.accept("client");
        var client = server.program();
        client.shows(CLIENT + "Vous : ");
        server.send(sentEarly);
        client.type(typed);
        server.receives(typed);
        var screen = CLIENT + "Vous : Serveur : " + sentEarly + "\nVous : ";
        client.shows(screen);
        client.type("exit");
        server.receives("exit");
        client.type(typedEarly);
        server.send("q");
        server.receives(typedEarly);
        client.shows(screen + "Serveur : q\nVous : ");
    }
}
