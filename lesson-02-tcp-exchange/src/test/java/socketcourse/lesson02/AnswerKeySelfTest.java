package socketcourse.lesson02;

import java.util.stream.Stream;
import socketcourse.testing.suite.AnswerKeySelfTests;

class AnswerKeySelfTest extends AnswerKeySelfTests {

    @Override
    protected Stream<Variation> right() {
        return Stream.of(
                answer("server", "writes the address in another notation",
                        "{address}", "{address[0]} port {address[1]}"),
                answer("server", "reads once, through a file object", "client.recv(1024)",
                        "client.makefile('rb', 0).read(1024)"),
                answer("client", "uses sendall and shuts down its output first",
                        "client.send(\"Salut le serveur !\".encode())",
                        "client.sendall(b'Salut le serveur !')\nclient.shutdown(socket.SHUT_WR)"),
                answer("reply-server", "prints CRLF line ends and empty lines",
                        "print(\"Reçu :\", message.decode())",
                        "print(\"\\r\\n\\r\\nReçu : \" + message.decode(), end='\\r\\n')"),
                answer("reply-server", "shuts down its output, then waits until the client closes",
                        "client.close()", "client.shutdown(socket.SHUT_WR)\nclient.recv(1)"),
                answer("reply-client", "uses a with block",
                        "reply = client.recv(1024)\nprint(\"Réponse du serveur :\", reply.decode())\nclient.close()",
                        "with client:\n    print(f\"Réponse du serveur : {client.recv(1024).decode('utf-8')}\")"));
    }

    @Override
    protected Stream<Variation> wrong() {
        return Stream.of(
                answer("server", "prints the bytes without decoding them", "message.decode()", "message")
                        .is("faux. Étape 1", "obtenu : Message reçu : b'Salut le serveur !'"),
                answer("server", "decodes as Latin-1", "decode()", "decode('latin-1')")
                        .is("faux. Étape 2", "obtenu : Message reçu : "),
                answer("server", "receives at most 10 bytes", "recv(1024)", "recv(10)")
                        .is("faux. Étape 1", "obtenu : Message reçu : Salut le s"),
                answer("server", "receives at most 4096 bytes", "recv(1024)", "recv(4096)")
                        .is("faux. Étape 4", "obtenu : …"),
                answer("server", "waits for a whole line", "client.recv(1024)", "client.makefile('rb').readline()")
                        .is("bloqué. Étape 2", "attendu : Message reçu : "),
                answer("server", "receives until the client closes",
                        "client.recv(1024)", "b''.join(iter(lambda: client.recv(1024), b''))")
                        .is("bloqué. Étape 2", "attendu : Message reçu : "),
                answer("server", "waits until its buffer is full", "recv(1024)", "recv(1024, socket.MSG_WAITALL)")
                        .is("bloqué. Étape 2", "attendu : Message reçu : "),
                answer("server", "closes before it receives", "message = client.recv(1024)",
                        "client.close()\nmessage = b'Salut le serveur !'")
                        .is("faux. Étape 2", "obtenu : Message reçu : Salut le serveur !"),
                answer("server", "fails on an empty message", "print(\"Message",
                        "if not message: sys.exit('vide')\nprint(\"Message")
                        .is("faux. Étape 3", "code 1 : vide"),
                answer("server", "sends an answer", "client.close()", "client.send(b'ok')\nclient.close()")
                        .is("faux. Étape 2", "obtenu : ok"),
                answer("server", "listens on all interfaces", "\"localhost\"", "\"\"")
                        .is("faux. Étape 1", "attendu : server écoute sur localhost, pour cette machine seulement"),
                answer("server", "omits the space before the colon", "reçu :", "reçu:")
                        .is("faux. Étape 1", "obtenu : Message reçu: Salut le serveur !"),
                answer("client", "forgets to encode", ".encode()", "")
                        .is("faux. Étape 1", "attendu : Salut le serveur !"),
                answer("client", "sends another text, in Latin-1", "Salut le serveur !\".encode()",
                        "Salut à toi !\".encode('latin-1')")
                        .is("faux. Étape 1", "obtenu : Salut � toi !"),
                answer("client", "adds a newline", "serveur !\"", "serveur !\\n\"")
                        .is("faux. Étape 1", "obtenu : Salut le serveur !\\n"),
                answer("client", "sends nothing", "client.send", "len")
                        .is("faux. Étape 1", "attendu : Salut le serveur !"),
                answer("client", "prints a line", "client.close()", "print('Message envoyé')")
                        .is("faux. Étape 1", "obtenu : Message envoyé"),
                answer("client", "waits for an answer", "client.close()", "client.recv(1024)\nsys.stdin.read()")
                        .is("bloqué. Étape 1", "attendu : client ferme la connexion"),
                answer("reply-server", "answers and closes before it receives",
                        "message = client.recv(1024)\nprint(\"Reçu :\", message.decode())\n"
                                + "client.send(\"Bien reçu, merci !\".encode())",
                        "client.send(\"Bien reçu, merci !\".encode())\nclient.close()\n"
                                + "print(\"Reçu :\", client.recv(1024).decode())")
                        .is("faux. Étape 1", "obtenu : reply-server s'arrête avec le code 1 : OSError: [Errno 9] Ba"),
                answer("reply-server", "answers before it receives",
                        "message = client.recv(1024)\nprint(\"Reçu :\", message.decode())\n"
                                + "client.send(\"Bien reçu, merci !\".encode())",
                        "client.send(\"Bien reçu, merci !\".encode())\n"
                                + "print(\"Reçu :\", client.recv(1024).decode())")
                        .is("faux. Étape 4", "attendu : rien sur le réseau ; obtenu : Bien reçu, merci !"),
                answer("reply-server", "never answers", "client.send(", "len(")
                        .is("faux. Étape 1", "attendu : Bien reçu, merci !"),
                answer("reply-server", "omits an accent in its answer", "Bien reçu", "Bien recu")
                        .is("faux. Étape 1", "obtenu : Bien recu, merci !"),
                answer("reply-server", "adds a newline", "merci !\"", "merci !\\n\"")
                        .is("faux. Étape 1", "obtenu : Bien reçu, merci !\\n"),
                answer("reply-server", "prints the bytes without decoding them", "message.decode()", "message")
                        .is("faux. Étape 1", "obtenu : Reçu :"),
                answer("reply-server", "prints the documented text, not the received one",
                        "message.decode()", "'Salut le serveur !'")
                        .is("faux. Étape 1", "obtenu : Reçu : Salut le serveur !"),
                answer("reply-server", "sends the message back", "\"Bien reçu, merci !\".encode()", "message")
                        .is("faux. Étape 1", "obtenu : "),
                answer("reply-client", "prints the bytes without decoding them", "reply.decode()", "reply")
                        .is("faux. Étape 1", "obtenu : Réponse du serveur : b'Bien re\\xc3\\xa7u, merci !'"),
                answer("reply-client", "closes before it receives", "reply = client.recv(1024)",
                        "client.close()\nreply = client.recv(1024)")
                        .is("faux. Étape 1", "obtenu : reply-client s'arrête avec le code 1 : OSError: [Errno 9] Ba"),
                answer("reply-client", "prints the documented text, not the received one",
                        "reply.decode()", "'Bien reçu, merci !'")
                        .is("faux. Étape 3", "obtenu : Réponse du serveur : Bien reçu, merci !"),
                answer("reply-client", "receives at most 10 bytes", "recv(1024)", "recv(10)")
                        .is("faux. Étape 1", "obtenu : Réponse du serveur : Bien reçu"),
                answer("reply-client", "receives at most 4096 bytes", "recv(1024)", "recv(4096)")
                        .is("faux. Étape 5", "obtenu : …"),
                answer("reply-client", "adds a newline", "serveur !\"", "serveur !\\n\"")
                        .is("faux. Étape 1", "obtenu : Salut le serveur !\\n"),
                answer("reply-client", "sends nothing", "client.send(", "len(")
                        .is("bloqué. Étape 1", "attendu : « Salut le serveur ! » sur le réseau"));
    }
}
