package socketcourse.lesson02;

import java.util.stream.Stream;
import socketcourse.testing.suite.ChallengeSelfTests;

class ChallengeSelfTest extends ChallengeSelfTests {

    @Override
    protected Stream<Mistake> mistakes() {
        return Stream.of(
                new Mistake("listens on all interfaces", "new InetSocketAddress(host, port)", "new InetSocketAddress(port)",
                        "faux. Étape 1", "toutes ses adresses"),
                new Mistake("answers the first message only", "while ((length = clientSocket.getInputStream().read(buffer)) != -1)",
                        "if ((length = clientSocket.getInputStream().read(buffer)) != -1)",
                        "faux. Étape 3", "rien sur le réseau"),
                new Mistake("ignores the end of the connection", "!= -1)", "!= -2)",
                        "faux. Étape 5", "IndexOutOfBounds"),
                new Mistake("knows the letters from a to z only", "message.toUpperCase(Locale.ROOT).getBytes(UTF_8)",
                        "message.codePoints().map(c -> c >= 'a' && c <= 'z' ? c - 32 : c)\n"
                                + ".collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)\n"
                                + ".toString().getBytes(UTF_8)",
                        "faux. Étape 4", "attendu : ÇA VA"),
                new Mistake("prints its answer", "\"Reçu : \" + message", "\"Reçu : \" + message.toUpperCase()",
                        "faux. Étape 2", "obtenu : Reçu : BONJOUR !"),
                new Mistake("decodes the whole buffer", "new String(buffer, 0, length, UTF_8)",
                        "new String(buffer, UTF_8)", "faux. Étape 2", "BONJOUR !"),
                new Mistake("adds a newline", "message.toUpperCase(Locale.ROOT)",
                        "(message.toUpperCase(Locale.ROOT) + \"\\n\")", "faux. Étape 2", "obtenu : BONJOUR !\\n"));
    }
}
