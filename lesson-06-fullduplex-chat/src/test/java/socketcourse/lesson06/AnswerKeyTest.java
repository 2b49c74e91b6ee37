package socketcourse.lesson06;

import java.io.IOException;
import socketcourse.testing.grading.AnswerKey;
import socketcourse.testing.grading.Step;
import socketcourse.testing.terminal.Terminal;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.Texts;

/**
 * What makes an answer to this lesson right. The chapter's own version ends only at the next Enter when its peer has
 * left, and its server shows a {@code quit} that comes. Who quits there closes a socket in which another thread is
 * blocked: on Linux, that sends no FIN, and it ends only when its peer has hung up.
 */
@AnswerKey
class AnswerKeyTest {

    private static final String WAITING = "Serveur de chat v2 démarré. En attente d'un client...\n";
    private static final String SERVER = WAITING + """
            Client connecté : %s
            Chat prêt ! (tapez 'quit' pour quitter)

            """;
    private static final String CLIENT = """
            Connecté au serveur de chat v2 !
            Chat prêt ! (tapez 'quit' pour quitter)

            """;
    private static final String CLIENT_LEFT = "\nLe client s'est déconnecté.\n";
    private static final String SERVER_LEFT = "\nLe serveur a quitté le chat.\n";
    private static final String OVER = "Chat terminé.\n";

    @Step(program = "server", step = 1, requires = "envoie et reçoit sans attendre son tour")
    void it_receives_and_sends_without_taking_turns(Terminals terminals) throws IOException {
        var first = Texts.any();
        var typed = Texts.any();
        var question = "quitte " + Texts.any();
        var second = Texts.anyLarge();
        var third = "Quitte. " + Texts.any();
        var server = terminals.server("server");
        server.shows(WAITING);
        var client = terminals.connect(server);
        var screen = SERVER.formatted(client.address());
        server.shows(screen);

        client.send(first);
        screen += "\nClient : " + first + "\n";
        server.shows(screen);
        server.type(typed);
        client.receives(typed);
        server.type(question);
        client.receives(question);
        client.send(second);
        screen += "\nClient : " + second + "\n";
        server.shows(screen);
        client.send(third);
        screen += "\nClient : " + third + "\n";
        server.shows(screen);
        client.close();
        server.showsLine("Le client s'est déconnecté.\n");
        LateEnd.pressEnterUntilEnd(server, terminals);
        server.endsShowing(screen + CLIENT_LEFT + OVER);
    }

    @Step(program = "server", step = 2, requires = "va avec notre client, tout un chat")
    void our_client_chats_with_it(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        var client = terminals.clientOf(server, "client");
        client.shows(CLIENT);
        client.type("Salut !");
        server.shows(SERVER.formatted("<adresse>") + "\nClient : Salut !\n");
        server.type("Hey, comment ça va ?");
        client.shows(CLIENT + "\nServeur : Hey, comment ça va ?\n");
        server.type("quit");
        assertQuits(server, SERVER.formatted("<adresse>") + "\nClient : Salut !\n", CLIENT_LEFT);
        client.shows(CLIENT + "\nServeur : Hey, comment ça va ?\n" + SERVER_LEFT + OVER);
    }

    @Step(program = "server", step = 3,
            requires = "quitte avec « quit » en majuscules ou en minuscules, et n'envoie plus rien")
    void it_quits_in_any_case(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        var client = terminals.connect(server);
        var screen = SERVER.formatted(client.address());
        server.shows(screen);
        server.type("QuIt");
        client.receives("quit");
        LateEnd.typeAfterQuit(server, Texts.any());
        client.finishSending();
        client.receivesLast("");
        assertQuits(server, screen, CLIENT_LEFT);
    }

    @Step(program = "server", step = 4, requires = "comprend que le client est parti quand il quitte")
    void a_client_that_quits_has_left(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        var client = terminals.connect(server);
        server.shows(SERVER.formatted(client.address()));
        client.send("QUIT");
        client.close();
        server.showsLine("Le client s'est déconnecté.\n");
        LateEnd.pressEnterUntilEnd(server, terminals);
        server.endsShowing(SERVER.formatted(client.address()) + CLIENT_LEFT + OVER,
                SERVER.formatted(client.address()) + "\nClient : QUIT\n" + CLIENT_LEFT + OVER);
    }

    @Step(program = "client", step = 1, requires = "envoie et reçoit sans attendre son tour")
    void it_sends_and_receives_without_taking_turns(Terminals terminals) throws IOException {
        var first = Texts.any();
        var typed = Texts.any();
        var question = "quitte " + Texts.any();
        var second = Texts.anyLarge();
        var third = "Quitte. " + Texts.any();
        var server = terminals.accept("client");
        var client = server.program();
        client.shows(CLIENT);

        server.send(first);
        client.shows(CLIENT + "\nServeur : " + first + "\n");
        client.type(typed);
        server.receives(typed);
        client.type(question);
        server.receives(question);
        server.send(second);
        client.shows(CLIENT + "\nServeur : " + first + "\n\nServeur : " + second + "\n");
        server.send(third);
        var screen = CLIENT + "\nServeur : " + first + "\n\nServeur : " + second + "\n\nServeur : " + third
                + "\n";
        client.shows(screen);
        server.close();
        client.showsLine("Le serveur a quitté le chat.\n");
        LateEnd.pressEnterUntilEnd(client, terminals);
        client.endsShowing(screen + SERVER_LEFT + OVER);
    }

    @Step(program = "client", step = 2, requires = "va avec notre serveur, tout un chat")
    void our_server_chats_with_it(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        var client = terminals.clientOf(server, "client");
        server.shows(SERVER.formatted("<adresse>"));
        server.type("Salut !");
        client.shows(CLIENT + "\nServeur : Salut !\n");
        client.type("Hey, comment ça va ?");
        server.shows(SERVER.formatted("<adresse>") + "\nClient : Hey, comment ça va ?\n");
        client.type("quit");
        assertQuits(client, CLIENT + "\nServeur : Salut !\n", SERVER_LEFT);
        server.shows(SERVER.formatted("<adresse>") + "\nClient : Hey, comment ça va ?\n" + CLIENT_LEFT + OVER);
    }

    @Step(program = "client", step = 3,
            requires = "quitte avec « quit » en majuscules ou en minuscules, et n'envoie plus rien")
    void it_leaves_in_any_case(Terminals terminals) throws IOException {
        var server = terminals.accept("client");
        server.program().shows(CLIENT);
        server.program().type("QuIt");
        server.receives("quit");
        LateEnd.typeAfterQuit(server.program(), Texts.any());
        server.finishSending();
        server.receivesLast("");
        assertQuits(server.program(), CLIENT, SERVER_LEFT);
    }

    @Step(program = "client", step = 4, requires = "comprend que le serveur est parti quand il quitte")
    void a_server_that_quits_has_left(Terminals terminals) throws IOException {
        var server = terminals.accept("client");
        server.program().shows(CLIENT);
        server.send("QUIT");
        server.program().showsLine("Le serveur a quitté le chat.\n");
        server.close();
        LateEnd.pressEnterUntilEnd(server.program(), terminals);
        server.program().endsShowing(CLIENT + SERVER_LEFT + OVER);
    }

    @Step(program = "client", step = 5, requires = "ne se dit pas connecté quand il n'y a pas de serveur")
    void it_does_not_say_that_it_is_connected_when_there_is_no_server(Terminals terminals) {
        terminals.run("client", terminals.port("client")).endsWithoutShowing("Connecté au serveur de chat v2 !");
    }

    /** Whoever quits may still notice that its peer hangs up in its turn. */
    private static void assertQuits(Terminal program, String screen, String peerLeft) {
        program.endsShowing(screen + OVER, screen + peerLeft + OVER, screen + OVER + peerLeft);
    }
}
