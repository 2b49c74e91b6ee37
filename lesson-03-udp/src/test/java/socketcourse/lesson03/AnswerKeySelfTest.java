package socketcourse.lesson03;

import java.util.stream.Stream;
import socketcourse.testing.suite.AnswerKeySelfTests;

class AnswerKeySelfTest extends AnswerKeySelfTests {

    @Override
    protected Stream<Variation> right() {
        return Stream.of(
                answer("server", "another notation of the address", "{address}", "{address[0]}:{address[1]}"),
                answer("server", "connects to its client before it answers",
                        "server.sendto(\"Message bien reçu !\".encode(), address)",
                        "server.connect(address)\nserver.send(b'Message bien re\\xc3\\xa7u !')"),
                answer("client", "connects, and has a time limit",
                        "client.sendto(\"Hello UDP !\".encode(), (\"localhost\", int(sys.argv[1])))",
                        "client.settimeout(5)\nclient.connect((\"127.0.0.1\", int(sys.argv[1])))\n"
                                + "client.send(b'Hello UDP !')"));
    }

    @Override
    protected Stream<Variation> wrong() {
        return Stream.of(
                answer("server", "shows the bytes", "message.decode()", "message")
                        .is("faux. Étape 1", "obtenu : Message de ('127.0.0.1',"),
                answer("server", "decodes as Latin-1", "decode()", "decode('latin-1')")
                        .is("faux. Étape 1", "obtenu : Message de ('127.0.0.1',"),
                answer("server", "answers itself", "address)\nserver.close", "server.getsockname())\nserver.close")
                        .is("trop long. Étape 1", "attendu : le datagramme « Message bien reçu ! »"),
                answer("server", "answers the next port", "address)\nserver.close",
                        "(address[0], address[1] + 1))\nserver.close")
                        .is("trop long. Étape 1", "attendu : le datagramme « Message bien reçu ! »"),
                answer("server", "answers from another port", "server.sendto(",
                        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(")
                        .is("faux. Étape 1", "attendu : un datagramme du port"),
                answer("server", "shows its own address", "{address}", "{server.getsockname()}")
                        .is("faux. Étape 1", "obtenu : Message de ('127.0.0.1',"),
                answer("server", "reads 10 bytes", "recvfrom(1024)", "recvfrom(10)")
                        .is("faux. Étape 1", ""),
                answer("server", "reads 4096 bytes", "recvfrom(1024)", "recvfrom(4096)")
                        .is("faux. Étape 3", "obtenu : …"),
                answer("server", "never answers", "server.sendto(", "(lambda *datagram: None)(")
                        .is("trop long. Étape 1", "attendu : le datagramme « Message bien reçu ! »"),
                answer("server", "answers twice", "server.close()", "server.sendto(b'Encore', address)")
                        .is("faux. Étape 1", "obtenu : un deuxième arrive au port"),
                answer("server", "an accent is missing on the wire", "bien reçu", "bien recu")
                        .is("faux. Étape 1", "obtenu : Message bien recu !"),
                answer("server", "listens on all interfaces", "\"localhost\"", "\"0.0.0.0\"")
                        .is("faux. Étape 1", "attendu : server écoute sur localhost, pour cette machine seulement"),
                answer("server", "is TCP", "SOCK_DGRAM)", "SOCK_STREAM)")
                        .is("ne démarre pas. Étape 1", "OSError: [Errno 107] Transport endpoint is not con"),
                answer("server", "serves for ever", "server.close()", "server.recvfrom(1024)")
                        .is("trop long. Étape 1", "attendu : server se termine"),
                answer("client", "forgets to encode", ".encode()", "")
                        .is("ne démarre pas. Étape 1", "TypeError: a bytes-like object is required, not 's"),
                answer("client", "shows the bytes", "reply.decode()", "reply")
                        .is("faux. Étape 1", "obtenu : Réponse : b'Message bien re\\xc3\\xa7u !'"),
                answer("client", "adds a newline", "Hello UDP !\"", "Hello UDP !\\n\"")
                        .is("faux. Étape 1", "obtenu : Hello UDP !\\n"),
                answer("client", "reads 64 bytes", "recvfrom(1024)", "recvfrom(64)")
                        .is("faux. Étape 3", "attendu : …"),
                answer("client", "does not wait for the answer", "client.recvfrom(1024)",
                        "'Message bien reçu !'.encode(), 0")
                        .is("faux. Étape 3", "obtenu : Réponse : Message bien reçu !"),
                answer("client", "sends two datagrams",
                        "client.sendto(\"Hello UDP !\".encode()", "for part in \"Hello\", \" UDP !\": "
                                + "client.sendto(part.encode()")
                        .is("faux. Étape 1", "obtenu : Hello"),
                answer("client", "sends it twice", "client.close()",
                        "client.sendto(b\"Hello UDP !\", address)")
                        .is("faux. Étape 1", "obtenu : un deuxième arrive au port"),
                answer("client", "fails at the end", "client.close()", "client.close().close()")
                        .is("faux. Étape 1", "AttributeError: 'NoneType'"),
                answer("client", "is TCP", "SOCK_DGRAM)", "SOCK_STREAM)")
                        .is("ne démarre pas. Étape 1", "BrokenPipeError: [Errno 32] Broken pipe"));
    }
}
