package socketcourse.lesson01;

import java.util.stream.Stream;
import socketcourse.testing.suite.ChallengeSelfTests;

class ChallengeSelfTest extends ChallengeSelfTests {

    @Override
    protected Stream<Mistake> mistakes() {
        return Stream.of(
                new Mistake("listens on all interfaces", "new InetSocketAddress(host, port)", "new InetSocketAddress(port)",
                        "faux. Étape 1", "toutes ses adresses"),
                new Mistake("serves one client only", "while (true)", "for (var once = true; once; once = false)",
                        "faux. Étape 3", "obtenu : il s'est terminé"),
                new Mistake("does not close the connection", "            clientSocket.close();\n", "",
                        "bloqué. Étape 2", "attendu : loop-server ferme la connexion"),
                new Mistake("prints its own port", "clientSocket.getPort()", "clientSocket.getLocalPort()",
                        "faux. Étape 2", "obtenu : Connexion reçue de"),
                new Mistake("announces itself for each client", "        while (true) {\n",
                        "        while (true) {\n            System.out.println(\"En attente...\");\n",
                        "faux. Étape 2", "obtenu : En attente..."));
    }
}
