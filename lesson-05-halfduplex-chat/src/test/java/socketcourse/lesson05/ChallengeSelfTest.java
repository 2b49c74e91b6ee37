package socketcourse.lesson05;

import java.util.stream.Stream;
import socketcourse.testing.suite.ChallengeSelfTests;

class ChallengeSelfTest extends ChallengeSelfTests {

    @Override
    protected Stream<Mistake> mistakes() {
        return Stream.of(
                new Mistake("listens on all interfaces", "new InetSocketAddress(host, port)", "new InetSocketAddress(port)",
                        "faux. Étape 1", "toutes ses adresses"),
                new Mistake("confuses plus and moins", "secret > number", "secret < number",
                        "faux. Étape 2", "les réponses n'en laissent aucun"),
                new Mistake("always chooses 42", "1 + new Random().nextInt(100)", "42",
                        "faux. Étape 6", "toujours 42"),
                new Mistake("fails on a text", "if (message.matches(\"[1-9][0-9]?|100\"))", "if (true)",
                        "faux. Étape 3", "NumberFormatException"),
                new Mistake("accepts 0 and 101", "[1-9][0-9]?|100", "[0-9]{1,3}",
                        "faux. Étape 3", "attendu : un nombre de 1 à 100 ! ; obtenu : plus"),
                new Mistake("goes on after gagné", "!answer.equals(\"gagné\") && ", "",
                        "bloqué. Étape 2", "attendu : guess-server ferme la connexion"),
                new Mistake("ignores the end of the connection", "!= -1)", "!= -2)",
                        "faux. Étape 4", "IndexOutOfBounds"),
                new Mistake("fails when the connection breaks", "catch (IOException e) {",
                        "catch (java.io.EOFException e) {", "faux. Étape 5", "Connection reset"));
    }
}
