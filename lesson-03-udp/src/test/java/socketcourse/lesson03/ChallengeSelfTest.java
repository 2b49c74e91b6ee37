package socketcourse.lesson03;

import java.util.stream.Stream;
import socketcourse.testing.suite.ChallengeSelfTests;

class ChallengeSelfTest extends ChallengeSelfTests {

    @Override
    protected Stream<Mistake> mistakes() {
        return Stream.of(
                new Mistake("has no timeout", "clientSocket.setSoTimeout(1000);", "",
                        "bloqué. Étape 2", "attendu : le datagramme"),
                new Mistake("sends once only", "attempt <= 5", "attempt <= 1",
                        "faux. Étape 2", "attendu : le datagramme"),
                new Mistake("sends four times", "attempt <= 5", "attempt < 5",
                        "faux. Étape 3", "attendu : le datagramme"),
                new Mistake("sends six times", "attempt <= 5", "attempt <= 6",
                        "faux. Étape 4", "un seul datagramme"),
                new Mistake("ends with status 0", "System.exit(1);", "", "faux. Étape 4", "le code 0"),
                new Mistake("sends again too early", "setSoTimeout(1000)", "setSoTimeout(200)",
                        "faux. Étape 2", "1 s d'attente"),
                new Mistake("takes the answer for a failure", "return;", "break;",
                        "faux. Étape 1", "code 1"));
    }
}
