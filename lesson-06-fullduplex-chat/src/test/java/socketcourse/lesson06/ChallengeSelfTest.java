package socketcourse.lesson06;

import java.util.stream.Stream;
import socketcourse.testing.suite.ChallengeSelfTests;

class ChallengeSelfTest extends ChallengeSelfTests {

    @Override
    protected Stream<Mistake> mistakes() {
        return Stream.of(
                new Mistake("listens on all interfaces", "new InetSocketAddress(host, port)", "new InetSocketAddress(port)",
                        "faux. Étape 1", "toutes ses adresses"),
                new Mistake("serves one client after the other", "new Thread(() -> serve(clientSocket)).start();",
                        "serve(clientSocket);", "bloqué. Étape 2", "2 client(s)"),
                new Mistake("sends a message back to its sender", "if (client != sender)", "if (true)",
                        "faux. Étape 3", "obtenu : "),
                new Mistake("forwards quit", "if (message.equalsIgnoreCase(\"quit\"))", "if (message.isEmpty())",
                        "bloqué. Étape 6", "many-server ferme la connexion"),
                new Mistake("keeps a client that has left", "CLIENTS.remove(client);", "",
                        "faux. Étape 5", "2 client(s)"),
                new Mistake("does not announce a broken connection",
                        "// Une connexion rompue : le client est parti.", "return;",
                        "faux. Étape 7", "attendu : Départ"),
                new Mistake("prints the messages", "forward(message, client);",
                        "forward(message, client);\nSystem.out.println(message);", "faux. Étape 4", ""));
    }
}
