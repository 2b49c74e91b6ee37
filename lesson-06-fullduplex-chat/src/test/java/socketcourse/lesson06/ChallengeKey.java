package socketcourse.lesson06;

import java.io.IOException;
import socketcourse.testing.grading.AnswerKey;
import socketcourse.testing.grading.Step;
import socketcourse.testing.net.Sockets;
import socketcourse.testing.terminal.Connection;
import socketcourse.testing.terminal.Terminal;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.Texts;

/** The requirements for a correct {@code many-server}. */
@AnswerKey
class ChallengeKey {

    @Step(program = "many-server", step = 1, requires = "écouter sur localhost")
    void many_server_listens_on_localhost(Terminals terminals) {
        terminals.server("many-server").listensOnLocalhost();
    }

    @Step(program = "many-server", step = 2, requires = "accueillir plusieurs clients, et les compter")
    void many_server_counts_its_clients(Terminals terminals) throws IOException {
        var server = terminals.server("many-server");
        var screen = "";
        for (var count = 1; count <= 3; count++) {
            screen += joined(terminals.connect(server), count);
            server.shows(screen);
        }
    }

    @Step(program = "many-server", step = 3,
            requires = "transmettre chaque message à tous les autres, sans un octet de plus, et pas à son expéditeur",
            needs = 2)
    void many_server_forwards_a_message_to_all_others(Terminals terminals) throws IOException {
        var question = Texts.any();
        var answer = Texts.any();
        var server = terminals.server("many-server");
        var first = join(terminals, server, 1);
        var second = join(terminals, server, 2);
        var third = join(terminals, server, 3);
        first.send(question);
        second.receives(question);
        third.receives(question);
        second.send(answer);
        first.receives(answer);
        third.receives(answer);
    }

    @Step(program = "many-server", step = 4,
            requires = "servir un client pendant que les autres se taisent, sans afficher ses messages", needs = 3)
    void many_server_serves_a_client_while_others_are_silent(Terminals terminals) throws IOException {
        var server = terminals.server("many-server");
        var silent = join(terminals, server, 1);
        var talking = join(terminals, server, 2);
        for (var count = 0; count < 3; count++) {
            var text = Texts.any();
            talking.send(text);
            silent.receives(text);
        }
        server.awaitRest();
        server.shows(joined(silent, 1) + joined(talking, 2));
    }

    @Step(program = "many-server", step = 5, requires = "annoncer le départ d'un client qui ferme, et servir les autres",
            needs = 3)
    void many_server_announces_a_client_that_closes(Terminals terminals) throws IOException {
        var server = terminals.server("many-server");
        var first = join(terminals, server, 1);
        var second = join(terminals, server, 2);
        var third = join(terminals, server, 3);
        second.finishSending();
        server.showsLine(left(second, 2));
        assertServed(first, third);
    }

    @Step(program = "many-server", step = 6, requires = "traiter quit comme un départ, sans le transmettre", needs = 5)
    void many_server_treats_quit_as_leaving(Terminals terminals) throws IOException {
        var server = terminals.server("many-server");
        var first = join(terminals, server, 1);
        var second = join(terminals, server, 2);
        second.send("quit");
        second.receivesLast("");
        server.showsLine(left(second, 1));
        var third = join(terminals, server, 2);
        assertServed(first, third);
    }

    @Step(program = "many-server", step = 7, requires = "continuer quand un client rompt sa connexion", needs = 5)
    void many_server_continues_after_a_reset(Terminals terminals) throws IOException {
        var server = terminals.server("many-server");
        var first = join(terminals, server, 1);
        var lost = join(terminals, server, 2);
        var third = join(terminals, server, 3);
        Sockets.reset(lost.socket());
        server.showsLine(left(lost, 2));
        assertServed(first, third);
    }

    /** Connects a client and waits for its line: another client would otherwise be counted first. */
    private static Connection join(Terminals terminals, Terminal server, int count) throws IOException {
        var client = terminals.connect(server);
        server.showsLine(joined(client, count));
        return client;
    }

    private static void assertServed(Connection sender, Connection receiver) throws IOException {
        var text = Texts.any();
        sender.send(text);
        receiver.receives(text);
    }

    private static String joined(Connection client, int count) {
        return "Connexion : " + client.address() + " — " + count + " client(s)\n";
    }

    private static String left(Connection client, int count) {
        return "Départ : " + client.address() + " — " + count + " client(s)\n";
    }
}
