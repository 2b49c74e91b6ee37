package socketcourse.lesson06;

import java.util.stream.Stream;
import socketcourse.testing.suite.ChallengeSelfTests;

class ChallengeSelfTest extends ChallengeSelfTests {

    @Override
    protected Stream<Mistake> mistakes() {
        return Stream.of(
                new Mistake("serves one client after the other", "new Thread(() -> serve(clientSocket)).start();",
                        "serve(clientSocket);", "bloqué. Étape 1", "2 client(s)"),
                new Mistake("sends a message back to its sender", "if (client != sender)", "if (true)",
                        "faux. Étape 2", "obtenu : "),
                new Mistake("forwards quit", "if (message.equalsIgnoreCase(\"quit\"))", "if (message.isEmpty())",
                        "bloqué. Étape 5", "many-server ferme la connexion"),
                new Mistake("keeps a client that has left", "CLIENTS.remove(client);", "",
                        "faux. Étape 4", "2 client(s)"),
                new Mistake("does not announce a broken connection",
                        "// Une connexion rompue : le client est parti.", "return;",
                        "faux. Étape 6", "attendu : Départ"),
                new Mistake("prints the messages", "forward(message, client);",
                        "forward(message, client);\nSystem.out.println(message);", "faux. Étape 3", ""));
    }
}
