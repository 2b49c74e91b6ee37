package socketcourse.lesson03;

import java.io.IOException;
import java.time.Duration;
import socketcourse.testing.grading.AnswerKey;
import socketcourse.testing.grading.Step;
import socketcourse.testing.report.Mismatch;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.Texts;

/** The requirements for a correct {@code retry-client}. */
@AnswerKey
class ChallengeKey {

    private static final String MESSAGE = "Hello UDP !";

    /** A client that waits 1 s never sends twice within this time, even if the first datagram was read late. */
    private static final Duration TOO_SOON = Duration.ofMillis(500);

    @Step(program = "retry-client", step = 1, requires = "envoyer un datagramme, et afficher la réponse")
    void retry_client_prints_the_answer(Terminals terminals) throws IOException {
        assertClientEndsAfterAnswer(1, terminals);
    }

    @Step(program = "retry-client", step = 2, requires = "envoyer de nouveau quand la réponse n'arrive pas en 1 s",
            needs = 1)
    void retry_client_sends_again_after_1_s(Terminals terminals) throws IOException {
        try (var server = UdpPeer.server(terminals, terminals.port("retry-client"))) {
            var client = terminals.run("retry-client", server.port());
            server.receives(MESSAGE);
            client.markStarted();
            var first = System.nanoTime();
            server.receives(MESSAGE);
            var pause = Duration.ofNanos(System.nanoTime() - first);
            if (pause.compareTo(TOO_SOON) < 0) {
                throw Mismatch.wrong("1 s d'attente avant le deuxième envoi", pause.toMillis() + " ms");
            }
            server.send("enfin");
            client.endsShowing("Réponse : enfin\n");
            server.receivesNothingMore();
        }
    }

    @Step(program = "retry-client", step = 3, requires = "attendre encore après le cinquième envoi", needs = 2)
    void retry_client_waits_after_its_last_datagram(Terminals terminals) throws IOException {
        assertClientEndsAfterAnswer(5, terminals);
    }

    @Step(program = "retry-client", step = 4,
            requires = "abandonner après cinq envois, le dire, et se terminer avec le code 1", needs = 2)
    void retry_client_gives_up_after_five_datagrams(Terminals terminals) throws IOException {
        try (var server = UdpPeer.server(terminals, terminals.port("retry-client"))) {
            var client = terminals.run("retry-client", server.port());
            for (var count = 1; count <= 5; count++) {
                server.receives(MESSAGE);
                client.markStarted();
            }
            client.endsShowing(1, "Pas de réponse après 5 essais.\n");
            server.receivesNothingMore();
        }
    }

    private static void assertClientEndsAfterAnswer(int attempts, Terminals terminals) throws IOException {
        var answer = Texts.any();
        try (var server = UdpPeer.server(terminals, terminals.port("retry-client"))) {
            var client = terminals.run("retry-client", server.port());
            for (var count = 1; count <= attempts; count++) {
                server.receives(MESSAGE);
                client.markStarted();
            }
            server.send(answer);
            client.endsShowing("Réponse : " + answer + "\n");
            server.receivesNothingMore();
        }
    }
}
