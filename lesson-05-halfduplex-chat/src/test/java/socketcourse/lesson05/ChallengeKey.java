package socketcourse.lesson05;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import socketcourse.testing.grading.AnswerKey;
import socketcourse.testing.grading.Step;
import socketcourse.testing.net.Sockets;
import socketcourse.testing.report.Mismatch;
import socketcourse.testing.terminal.Connection;
import socketcourse.testing.terminal.Terminals;

/** The requirements for a correct {@code guess-server}. */
@AnswerKey
class ChallengeKey {

    private static final String WAITING = "En attente d'un joueur...\n";
    private static final String NO_NUMBER = "un nombre de 1 à 100 !";

    /** Games in which a number from 1 to 100 that is chosen at random is the same less than once in 10^10 runs. */
    private static final int GAMES = 6;

    @Step(program = "guess-server", step = 1, requires = "écouter sur localhost")
    void guess_server_listens_on_localhost(Terminals terminals) {
        terminals.server("guess-server").listensOnLocalhost();
    }

    @Step(program = "guess-server", step = 2,
            requires = "répondre plus ou moins jusqu'à ce que le nombre soit trouvé, puis gagné, et se terminer")
    void guess_server_leads_the_player_to_the_number(Terminals terminals) throws IOException {
        find(terminals);
    }

    @Step(program = "guess-server", step = 3, requires = "refuser ce qui n'est pas un nombre de 1 à 100, et continuer",
            needs = 2)
    void guess_server_refuses_anything_else(Terminals terminals) throws IOException {
        var server = terminals.server("guess-server");
        var player = terminals.connect(server);
        for (var message : List.of("bonjour", "0", "101", "-5", "12x", "99999999999")) {
            player.send(message);
            player.receives(NO_NUMBER);
        }
        player.send("100");
        answer(player);
        server.showsPart(WAITING);
    }

    @Step(program = "guess-server", step = 4, requires = "se terminer sans erreur quand le joueur part", needs = 2)
    void guess_server_ends_when_the_player_leaves(Terminals terminals) throws IOException {
        var server = terminals.server("guess-server");
        var player = terminals.connect(server);
        player.send("bonjour");
        player.receives(NO_NUMBER);
        player.finishSending();
        server.endsShowing(WAITING);
    }

    @Step(program = "guess-server", step = 5, requires = "se terminer sans erreur quand la connexion est rompue",
            needs = 4)
    void guess_server_ends_when_the_connection_breaks(Terminals terminals) throws IOException {
        var server = terminals.server("guess-server");
        var player = terminals.connect(server);
        player.send("bonjour");
        player.receives(NO_NUMBER);
        Sockets.reset(player.socket());
        server.endsShowing(WAITING);
    }

    @Step(program = "guess-server", step = 6, requires = "choisir un autre nombre à chaque partie", needs = 2)
    void guess_server_chooses_another_number_each_time(Terminals terminals) throws IOException {
        var numbers = new HashSet<Integer>();
        for (var game = 0; game < GAMES && numbers.size() < 2; game++) {
            numbers.add(find(terminals));
        }
        if (numbers.size() < 2) {
            throw Mismatch.wrong("un nombre choisi au hasard", "toujours " + numbers.iterator().next());
        }
    }

    /** Plays a game, and returns the number that was found. */
    private static int find(Terminals terminals) throws IOException {
        var server = terminals.server("guess-server");
        server.shows(WAITING);
        var player = terminals.connect(server);
        var low = 1;
        var high = 100;
        while (low <= high) {
            var guess = (low + high) / 2;
            player.send(Integer.toString(guess));
            switch (answer(player)) {
                case "plus" -> low = guess + 1;
                case "moins" -> high = guess - 1;
                default -> {
                    player.receivesLast("");
                    server.endsShowing(WAITING);
                    player.close();
                    return guess;
                }
            }
        }
        throw Mismatch.wrong("gagné pour un nombre de 1 à 100", "les réponses n'en laissent aucun");
    }

    private static String answer(Connection player) throws IOException {
        var answer = player.receive();
        if (!List.of("plus", "moins", "gagné").contains(answer)) {
            throw Mismatch.wrong("plus, moins ou gagné sur le réseau", answer.isEmpty() ? "rien" : answer);
        }
        return answer;
    }
}
