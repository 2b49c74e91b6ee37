package socketcourse.lesson07;

import java.util.stream.Stream;
import socketcourse.testing.suite.ChallengeSelfTests;

class ChallengeSelfTest extends ChallengeSelfTests {

    @Override
    protected Stream<Mistake> mistakes() {
        return Stream.of(
                new Mistake("listens on all interfaces",
                        "HistoryServer.class, host, port", "HistoryServer.class, \"0.0.0.0\", port",
                        "faux. Étape 1", "toutes ses adresses"),
                new Mistake("keeps all messages", "HISTORY.size() > 10", "HISTORY.size() > 1000",
                        "faux. Étape 4", "obtenu : 1 "),
                new Mistake("keeps nine messages", "HISTORY.size() > 10", "HISTORY.size() > 9",
                        "faux. Étape 4", "attendu : 3 "),
                new Mistake("sends the newest message first", "HISTORY.addLast(text)", "HISTORY.addFirst(text)",
                        "faux. Étape 3", "attendu : 1 "),
                new Mistake("sends the history to everyone",
                        "WebSockets.send(client, WebSockets.textFrame(text));\n            }\n        }",
                        "CLIENTS.forEach(any -> WebSockets.send(any, WebSockets.textFrame(text)));\n"
                                + "            }\n        }", "faux. Étape 5", "obtenu : premier"),
                new Mistake("keeps no history", "HISTORY.addLast(text);", "",
                        "bloqué. Étape 3", "obtenu : rien, la connexion reste ouverte"),
                new Mistake("sends a message back to its sender", "if (client != sender)", "if (true)",
                        "faux. Étape 2", "obtenu : "));
    }
}
