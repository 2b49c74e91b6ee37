package socketcourse.lesson05;

import java.io.IOException;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import socketcourse.testing.grading.AnswerKey;
import socketcourse.testing.grading.Step;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.Texts;

/** What makes an answer to this lesson right. */
@AnswerKey
class AnswerKeyTest {

    private static final String SETUP_SERVER = """
            Serveur de chat démarré. En attente d'un client...
            Client connecté : %s
            Chat prêt ! Tapez vos messages (tapez 'quit' pour quitter).

            """;
    private static final String SETUP_CLIENT = """
            Connecté au serveur de chat !
            Chat prêt ! Tapez vos messages (tapez 'quit' pour quitter).

            """;
    private static final String WAITING = "Serveur de chat démarré. En attente d'un client...\n";
    private static final String SERVER = WAITING + """
            Client connecté : %s
            Chat prêt ! (tapez 'quit' pour quitter)

            """;
    private static final String CLIENT = """
            Connecté au serveur de chat !
            Chat prêt ! (tapez 'quit' pour quitter)

            """;

    @Step(program = "setup-server", step = 1, requires = "montre l'adresse de son client et que le chat est prêt")
    void it_shows_the_address_of_its_client_and_that_the_chat_is_ready(Terminals terminals) throws IOException {
        var server = terminals.server("setup-server");
        server.shows(WAITING);
        var client = terminals.connect(server);
        client.finishSending();
        client.receivesLast("");
        server.endsShowing(SETUP_SERVER.formatted(client.address()));
    }

    @Step(program = "setup-server", step = 2, requires = "va avec notre client, qui s'y connecte")
    void our_client_connects_to_it(Terminals terminals) throws IOException {
        var server = terminals.server("setup-server");
        terminals.clientOf(server, "setup-client").endsShowing(SETUP_CLIENT);
        server.endsShowing(SETUP_SERVER.formatted("<adresse>"));
    }

    @Step(program = "setup-client", step = 1, requires = "se connecte et montre que le chat est prêt")
    void it_connects_and_shows_that_the_chat_is_ready(Terminals terminals) throws IOException {
        var server = terminals.accept("setup-client");
        server.finishSending();
        server.receivesLast("");
        server.program().endsShowing(SETUP_CLIENT);
    }

    @Step(program = "setup-client", step = 2, requires = "va avec notre serveur, qui montre qu'il est venu")
    void our_server_shows_that_it_came(Terminals terminals) throws IOException {
        var server = terminals.server("setup-server");
        terminals.clientOf(server, "setup-client").endsShowing(SETUP_CLIENT);
        server.endsShowing(SETUP_SERVER.formatted("<adresse>"));
    }

    @Step(program = "setup-client", step = 3, requires = "ne se dit pas connecté quand il n'y a pas de serveur")
    void it_does_not_say_that_it_is_connected_when_there_is_no_server(Terminals terminals) {
        terminals.run("setup-client", terminals.port("setup-client"))
                .endsWithoutShowing("Connecté au serveur de chat !");
    }

    @Step(program = "server", step = 1, requires = "reçoit, montre, demande et envoie, chacun son tour")
    void it_receives_and_shows_and_asks_and_sends_in_turn(Terminals terminals) throws IOException {
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

    @Step(program = "server", step = 2, requires = "va avec notre client, tout un chat")
    void our_client_chats_with_it(Terminals terminals) throws IOException {
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

    @Step(program = "server", step = 3, requires = "quitte avec « quit » en majuscules ou en minuscules")
    void it_quits_in_any_case(Terminals terminals) throws IOException {
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

    @Step(program = "server", step = 4,
            requires = "s'arrête quand un « quit » arrive, en majuscules ou en minuscules")
    void a_quit_that_comes_ends_it_in_any_case(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        var client = terminals.connect(server);
        client.send("QUIT");
        server.endsShowing(SERVER.formatted(client.address()) + "Le client a quitté le chat.\nChat terminé.\n");
    }

    @Step(program = "server", step = 5, requires = "comprend qu'un client qui raccroche sans un mot a quitté le chat")
    void a_client_that_goes_without_a_word_has_left_the_chat(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        var client = terminals.connect(server);
        server.shows(SERVER.formatted(client.address()));
        client.finishSending();
        server.endsShowing(SERVER.formatted(client.address()) + "Le client a quitté le chat.\nChat terminé.\n");
    }

    @Step(program = "server", step = 6, requires = "reçoit 4096 octets au plus")
    void it_receives_4096_bytes_at_most(Terminals terminals) throws IOException {
        var text = Texts.ascii(4097);
        var server = terminals.server("server");
        var client = terminals.connect(server);
        client.send(text);
        var screen = SERVER.formatted(client.address()) + "Client : ";
        // A string in C ends with a byte of its own.
        server.shows(screen + text.substring(0, 4096) + "\nVous : ", screen + text.substring(0, 4095) + "\nVous : ");
    }

    /** The end that closes first keeps the connection in TIME_WAIT (RFC 9293, section 3.6), and its port with it. */
    @Step(program = "server", step = 7,
            requires = "redémarre aussitôt sur le port d'un chat qu'il a terminé (SO_REUSEADDR)")
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void it_starts_again_at_once_on_the_port_of_a_chat_that_it_ended(Terminals terminals) throws IOException {
        var text = Texts.any();
        var server = terminals.server("server");
        var client = terminals.connect(server);
        client.send(text);
        server.shows(SERVER.formatted(client.address()) + "Client : " + text + "\nVous : ");
        server.type("quit");
        client.receives("quit");
        // It closes first, unless it is one that waits for its client to do so.
        server.awaitRest();
        client.finishSending();
        client.receivesLast("");
        server.awaitEnd();

        var again = terminals.serverAgain("server", server);
        var back = terminals.connect(again);
        back.send("quit");
        again.endsShowing(SERVER.formatted(back.address()) + "Le client a quitté le chat.\nChat terminé.\n");
    }

    @Step(program = "client", step = 1, requires = "demande, envoie, reçoit et montre, chacun son tour")
    void it_asks_and_sends_and_receives_and_shows_in_turn(Terminals terminals) throws IOException {
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
        server.finishSending();
        server.receivesLast("");
        client.endsShowing(screen + "Le serveur a quitté le chat.\nChat terminé.\n");
    }

    @Step(program = "client", step = 2, requires = "va avec notre serveur, tout un chat")
    void our_server_chats_with_it(Terminals terminals) throws IOException {
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

    @Step(program = "client", step = 3, requires = "quitte avec « quit » en majuscules ou en minuscules")
    void it_leaves_in_any_case(Terminals terminals) throws IOException {
        var server = terminals.accept("client");
        server.program().type("QuIt");
        server.receives("quit");
        server.finishSending();
        server.receivesLast("");
        server.program().endsShowing(CLIENT + "Vous : Chat terminé.\n");
    }

    @Step(program = "client", step = 4,
            requires = "s'arrête quand un « quit » arrive, en majuscules ou en minuscules")
    void a_quit_that_comes_ends_the_client_in_any_case(Terminals terminals) throws IOException {
        var text = Texts.any();
        var server = terminals.accept("client");
        server.program().type(text);
        server.receives(text);
        server.send("QUIT");
        server.program().endsShowing(CLIENT + "Vous : Le serveur a quitté le chat.\nChat terminé.\n");
    }

    @Step(program = "client", step = 5,
            requires = "comprend qu'un serveur qui raccroche sans un mot a quitté le chat")
    void a_server_that_goes_without_a_word_has_left_the_chat(Terminals terminals) throws IOException {
        var text = Texts.any();
        var server = terminals.accept("client");
        server.program().type(text);
        server.receives(text);
        server.finishSending();
        server.program().endsShowing(CLIENT + "Vous : Le serveur a quitté le chat.\nChat terminé.\n");
    }

    @Step(program = "client", step = 6, requires = "reçoit 4096 octets au plus")
    void it_receives_an_answer_of_4096_bytes_at_most(Terminals terminals) throws IOException {
        var text = Texts.ascii(4097);
        var greeting = Texts.any();
        var server = terminals.accept("client");
        server.program().type(greeting);
        server.receives(greeting);
        server.send(text);
        var screen = CLIENT + "Vous : Serveur : ";
        server.program().shows(screen + text.substring(0, 4096) + "\nVous : ",
                screen + text.substring(0, 4095) + "\nVous : ");
    }

    @Step(program = "client", step = 7, requires = "ne se dit pas connecté quand il n'y a pas de serveur")
    void it_does_not_claim_to_be_connected_when_there_is_no_server(Terminals terminals) {
        terminals.run("client", terminals.port("client")).endsWithoutShowing("Connecté au serveur de chat !");
    }
}
