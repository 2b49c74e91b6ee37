package socketcourse.lesson06;

import java.io.IOException;
import java.util.List;
import socketcourse.testing.grading.AnswerKey;
import socketcourse.testing.grading.Step;
import socketcourse.testing.terminal.Terminal;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.Texts;

/**
 * The requirements for a correct program of this lesson. The chapter's own scripts meet them, although a script ends
 * only at the next Enter after its peer has left, and the server prints a received {@code quit}. A script that quits
 * closes a socket on which its other thread is blocked; on Linux, that sends no FIN, and the script ends only after its
 * peer has closed the connection.
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

    @Step(program = "server", step = 1, requires = "écouter sur localhost")
    void server_listens_on_localhost(Terminals terminals) {
        terminals.server("server").listensOnLocalhost();
    }

    @Step(program = "server", step = 2, requires = "envoyer et recevoir sans attendre son tour")
    void server_receives_and_sends_without_taking_turns(Terminals terminals) throws IOException {
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
        for (var line : List.of(question, "exit", "q")) {
            server.type(line);
            client.receives(line);
        }
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

    @Step(program = "server", step = 3, requires = "tenir toute une conversation avec notre client")
    void server_chats_with_our_client(Terminals terminals) throws IOException {
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

    @Step(program = "server", step = 4,
            requires = "quitter quand on tape « quit », en majuscules ou en minuscules, puis ne plus rien envoyer")
    void server_quits_in_any_letter_case(Terminals terminals) throws IOException {
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

    @Step(program = "server", step = 5, requires = "annoncer que le client est parti quand celui-ci quitte le chat")
    void server_reports_that_the_client_left_when_it_quits(Terminals terminals) throws IOException {
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

    @Step(program = "client", step = 1, requires = "envoyer et recevoir sans attendre son tour")
    void client_sends_and_receives_without_taking_turns(Terminals terminals) throws IOException {
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
        for (var line : List.of(question, "exit", "q")) {
            client.type(line);
            server.receives(line);
        }
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

    @Step(program = "client", step = 2, requires = "tenir toute une conversation avec notre serveur")
    void client_chats_with_our_server(Terminals terminals) throws IOException {
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
            requires = "quitter quand on tape « quit », en majuscules ou en minuscules, puis ne plus rien envoyer")
    void client_quits_in_any_letter_case(Terminals terminals) throws IOException {
        var server = terminals.accept("client");
        var client = server.program();
        client.shows(CLIENT);
        client.type("QuIt");
        server.receives("quit");
        LateEnd.typeAfterQuit(client, Texts.any());
        server.close();
        server.receivesLast("");
        assertQuits(client, CLIENT, SERVER_LEFT);
    }

    @Step(program = "client", step = 4, requires = "annoncer que le serveur est parti quand celui-ci quitte le chat")
    void client_reports_that_the_server_left_when_it_quits(Terminals terminals) throws IOException {
        var server = terminals.accept("client");
        var client = server.program();
        client.shows(CLIENT);
        server.send("QUIT");
        client.showsLine("Le serveur a quitté le chat.\n");
        server.close();
        LateEnd.pressEnterUntilEnd(client, terminals);
        client.endsShowing(CLIENT + SERVER_LEFT + OVER);
    }

    @Step(program = "client", step = 5, requires = "ne pas se dire connecté quand il n'y a pas de serveur")
    void client_does_not_claim_a_connection_without_a_server(Terminals terminals) {
        terminals.run("client", terminals.port("client")).endsWithoutShowing("Connecté au serveur de chat v2 !");
    }

    /** A program that quits may also report that its peer has then closed the connection. */
    private static void assertQuits(Terminal program, String screen, String peerLeft) {
        program.endsShowing(screen + OVER, screen + peerLeft + OVER, screen + OVER + peerLeft);
    }
}
