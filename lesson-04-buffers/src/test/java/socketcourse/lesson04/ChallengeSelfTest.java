package socketcourse.lesson04;

import java.util.stream.Stream;
import socketcourse.testing.suite.ChallengeSelfTests;

class ChallengeSelfTest extends ChallengeSelfTests {

    @Override
    protected Stream<Mistake> mistakes() {
        return Stream.of(
                new Mistake("listens on all interfaces", "new InetSocketAddress(host, port)", "new InetSocketAddress(port)",
                        "faux. Étape 1", "toutes ses adresses"),
                new Mistake("reads the length in little-endian", "ByteBuffer.wrap(header)",
                        "ByteBuffer.wrap(header).order(java.nio.ByteOrder.LITTLE_ENDIAN)",
                        "bloqué. Étape 2", "attendu : Message : "),
                new Mistake("takes one read for a message", "var message = stream.readNBytes(length);",
                        "var piece = new byte[length];\n"
                                + "var message = java.util.Arrays.copyOf(piece, Math.max(0, stream.read(piece)));",
                        "faux. Étape 4", "obtenu : Message incomplet."),
                new Mistake("reads a message of 1024 bytes at most", "stream.readNBytes(length)",
                        "stream.readNBytes(Math.min(length, 1024))", "faux. Étape 5", "obtenu : Message incomplet."),
                new Mistake("does not report a cut message", "                System.out.println(\"Message incomplet.\");\n",
                        "", "faux. Étape 6", "attendu : Message incomplet."),
                new Mistake("shows a cut message", "if (message.length < length)", "if (header.length < 4)",
                        "faux. Étape 6", "obtenu : Message : "),
                new Mistake("serves one message only", "System.out.println(\"Message : \" + new String(message, UTF_8));",
                        "System.out.println(\"Message : \" + new String(message, UTF_8));\n            break;",
                        "faux. Étape 3", "attendu : Message : deux"),
                new Mistake("counts characters instead of bytes", "if (message.length < length)",
                        "if (new String(message, UTF_8).length() < length)", "faux. Étape 2", "Message incomplet."));
    }
}
