package socketcourse.lesson01;

import java.io.IOException;
import java.util.ArrayList;
import socketcourse.testing.grading.AnswerKey;
import socketcourse.testing.grading.Step;
import socketcourse.testing.net.Sockets;
import socketcourse.testing.report.Mismatch;
import socketcourse.testing.terminal.Connection;
import socketcourse.testing.terminal.Terminal;
import socketcourse.testing.terminal.Terminals;

/** The requirements for a correct {@code loop-server}. */
@AnswerKey
class ChallengeKey {

    @Step(program = "loop-server", step = 1, requires = "écouter sur localhost")
    void loop_server_listens_on_localhost(Terminals terminals) {
        terminals.server("loop-server").listensOnLocalhost();
    }

    @Step(program = "loop-server", step = 2,
            requires = "annoncer le port, afficher l'adresse d'un client et fermer la connexion")
    void loop_server_prints_a_client_and_closes_its_connection(Terminals terminals) throws IOException {
        var server = terminals.server("loop-server");
        server.shows(listening(server));
        var client = terminals.connect(server);
        client.receivesLast("");
        server.shows(listening(server) + connection(client));
    }

    @Step(program = "loop-server", step = 3, requires = "accueillir le client suivant, et afficher son adresse à lui",
            needs = 2)
    void loop_server_accepts_client_after_client(Terminals terminals) throws IOException {
        var server = terminals.server("loop-server");
        var screen = listening(server);
        for (var count = 0; count < 3; count++) {
            var client = terminals.connect(server);
            client.receivesLast("");
            screen += connection(client);
            server.shows(screen);
            server.awaitRest();
            if (!server.isAlive()) {
                throw Mismatch.wrong("loop-server attend le client suivant", "il s'est terminé");
            }
        }
    }

    @Step(program = "loop-server", step = 4, requires = "accueillir des clients qui se connectent en même temps",
            needs = 2)
    void loop_server_accepts_clients_that_connect_at_once(Terminals terminals) throws IOException {
        var server = terminals.server("loop-server");
        var clients = new ArrayList<Connection>();
        var screen = listening(server);
        for (var count = 0; count < 3; count++) {
            clients.add(terminals.connect(server));
            screen += connection(clients.get(count));
        }
        for (var client : clients) {
            client.receivesLast("");
        }
        server.shows(screen);
    }

    @Step(program = "loop-server", step = 5, requires = "continuer quand un client rompt sa connexion", needs = 3)
    void loop_server_continues_after_a_reset(Terminals terminals) throws IOException {
        var server = terminals.server("loop-server");
        var lost = terminals.connect(server);
        Sockets.reset(lost.socket());
        server.showsLine(connection(lost));
        var client = terminals.connect(server);
        client.receivesLast("");
        server.shows(listening(server) + connection(lost) + connection(client));
    }

    private static String listening(Terminal server) {
        return "Serveur en écoute sur le port " + server.port() + "...\n";
    }

    private static String connection(Connection client) {
        return "Connexion reçue de " + client.address() + "\n";
    }
}
