package socketcourse.lesson03;

import java.util.stream.Stream;
import socketcourse.testing.suite.AnswerKeySelfTests;

class AnswerKeySelfTest extends AnswerKeySelfTests {

    @Override
    protected Stream<Variation> right() {
        return Stream.of(
                answer("server", "writes the address in another notation", "{address}", "{address[0]}:{address[1]}"),
                answer("server", "connects to the client before it answers",
                        "server.sendto(\"Message bien reçu !\".encode(), address)",
                        "server.connect(address)\nserver.send(b'Message bien re\\xc3\\xa7u !')"),
                answer("client", "connects and sets a timeout",
                        "client.sendto(\"Hello UDP !\".encode(), (\"localhost\", int(sys.argv[1])))",
                        "client.settimeout(5)\nclient.connect((\"127.0.0.1\", int(sys.argv[1])))\n"
                                + "client.send(b'Hello UDP !')"));
    }

    @Override
    protected Stream<Variation> wrong() {
        return Stream.of(
                answer("server", "prints the bytes without decoding them", "message.decode()", "message")
                        .is("faux. Étape 2", "obtenu : Message de ('127.0.0.1',"),
                answer("server", "decodes as Latin-1", "decode()", "decode('latin-1')")
                        .is("faux. Étape 2", "obtenu : Message de ('127.0.0.1',"),
                answer("server", "answers to its own address",
                        "address)\nserver.close", "server.getsockname())\nserver.close")
                        .is("bloqué. Étape 2", "attendu : le datagramme « Message bien reçu ! »"),
                answer("server", "answers to the port after the client's", "address)\nserver.close",
                        "(address[0], address[1] + 1))\nserver.close")
                        .is("bloqué. Étape 2", "attendu : le datagramme « Message bien reçu ! »"),
                answer("server", "answers from another port", "server.sendto(",
                        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(")
                        .is("faux. Étape 2", "attendu : un datagramme du port"),
                answer("server", "prints its own address", "{address}", "{server.getsockname()}")
                        .is("faux. Étape 2", "obtenu : Message de ('127.0.0.1',"),
                answer("server", "receives at most 10 bytes", "recvfrom(1024)", "recvfrom(10)")
                        .is("faux. Étape 2", ""),
                answer("server", "receives at most 4096 bytes", "recvfrom(1024)", "recvfrom(4096)")
                        .is("faux. Étape 4", "obtenu : …"),
                answer("server", "never answers", "server.sendto(", "(lambda *datagram: None)(")
                        .is("bloqué. Étape 2", "attendu : le datagramme « Message bien reçu ! »"),
                answer("server", "answers twice", "server.close()", "server.sendto(b'Encore', address)")
                        .is("faux. Étape 2", "obtenu : un deuxième arrive au port"),
                answer("server", "omits an accent in its answer", "bien reçu", "bien recu")
                        .is("faux. Étape 2", "obtenu : Message bien recu !"),
                answer("server", "listens on all interfaces", "\"localhost\"", "\"0.0.0.0\"")
                        .is("faux. Étape 1", "obtenu : il écoute sur toutes ses adresses"),
                answer("server", "uses a TCP socket", "SOCK_DGRAM)", "SOCK_STREAM)")
                        .is("plante au démarrage. Étape 1", "OSError: [Errno 107] Transport endpoint is not con"),
                answer("server", "waits for a second datagram", "server.close()", "server.recvfrom(1024)")
                        .is("bloqué. Étape 2", "attendu : server se termine"),
                answer("client", "forgets to encode", ".encode()", "")
                        .is("plante au démarrage. Étape 1", "TypeError: a bytes-like object is required, not 's"),
                answer("client", "prints the bytes without decoding them", "reply.decode()", "reply")
                        .is("faux. Étape 1", "obtenu : Réponse : b'Message bien re\\xc3\\xa7u !'"),
                answer("client", "adds a newline", "Hello UDP !\"", "Hello UDP !\\n\"")
                        .is("faux. Étape 1", "obtenu : Hello UDP !\\n"),
                answer("client", "receives at most 64 bytes", "recvfrom(1024)", "recvfrom(64)")
                        .is("faux. Étape 3", "attendu : …"),
                answer("client", "does not wait for the answer", "client.recvfrom(1024)",
                        "'Message bien reçu !'.encode(), 0")
                        .is("faux. Étape 3", "obtenu : Réponse : Message bien reçu !"),
                answer("client", "splits its message into two datagrams",
                        "client.sendto(\"Hello UDP !\".encode()", "for part in \"Hello\", \" UDP !\": "
                                + "client.sendto(part.encode()")
                        .is("faux. Étape 1", "obtenu : Hello"),
                answer("client", "sends its message twice", "client.close()",
                        "client.sendto(b\"Hello UDP !\", address)")
                        .is("faux. Étape 1", "obtenu : un deuxième arrive au port"),
                answer("client", "fails after its last line", "client.close()", "client.close().close()")
                        .is("faux. Étape 1", "AttributeError: 'NoneType'"),
                answer("client", "uses a TCP socket", "SOCK_DGRAM)", "SOCK_STREAM)")
                        .is("plante au démarrage. Étape 1", "BrokenPipeError: [Errno 32] Broken pipe"));
    }
}
