package socketcourse.lesson02;

import java.util.stream.Stream;
import socketcourse.testing.suite.AnswerKeySelfTests;

class AnswerKeySelfTest extends AnswerKeySelfTests {

    @Override
    protected Stream<Variation> right() {
        return Stream.of(
                answer("server", "another notation of the address", "{address}", "{address[0]} port {address[1]}"),
                answer("server", "reads through a file, once", "client.recv(1024)",
                        "client.makefile('rb', 0).read(1024)"),
                answer("client", "with sendall, and shut down first",
                        "client.send(\"Salut le serveur !\".encode())",
                        "client.sendall(b'Salut le serveur !')\nclient.shutdown(socket.SHUT_WR)"),
                answer("reply-server", "Windows' ends of line, and empty lines",
                        "print(\"Reçu :\", message.decode())",
                        "print(\"\\r\\n\\r\\nReçu : \" + message.decode(), end='\\r\\n')"),
                answer("reply-server", "answers after it said that it will send no more",
                        "client.close()", "client.shutdown(socket.SHUT_WR)\nclient.recv(1)"),
                answer("reply-client", "in one with block",
                        "reply = client.recv(1024)\nprint(\"Réponse du serveur :\", reply.decode())\nclient.close()",
                        "with client:\n    print(f\"Réponse du serveur : {client.recv(1024).decode('utf-8')}\")"));
    }

    @Override
    protected Stream<Variation> wrong() {
        return Stream.of(
                answer("server", "shows the bytes", "message.decode()", "message")
                        .is("faux. Étape 1", "obtenu : Message reçu : b'Salut le serveur !'"),
                answer("server", "decodes as Latin-1", "decode()", "decode('latin-1')")
                        .is("faux. Étape 2", "obtenu : Message reçu : "),
                answer("server", "reads 10 bytes", "recv(1024)", "recv(10)")
                        .is("faux. Étape 1", "obtenu : Message reçu : Salut le s"),
                answer("server", "reads 4096 bytes", "recv(1024)", "recv(4096)")
                        .is("faux. Étape 4", "obtenu : …"),
                answer("server", "waits for a whole line", "client.recv(1024)", "client.makefile('rb').readline()")
                        .is("trop long. Étape 2", "attendu : Message reçu : "),
                answer("server", "reads until the client closes",
                        "client.recv(1024)", "b''.join(iter(lambda: client.recv(1024), b''))")
                        .is("trop long. Étape 2", "attendu : Message reçu : "),
                answer("server", "waits until its buffer is full", "recv(1024)", "recv(1024, socket.MSG_WAITALL)")
                        .is("trop long. Étape 2", "attendu : Message reçu : "),
                answer("server", "closes before it reads", "message = client.recv(1024)",
                        "client.close()\nmessage = b'Salut le serveur !'")
                        .is("faux. Étape 2", "obtenu : Message reçu : Salut le serveur !"),
                answer("server", "gives up on an empty message", "print(\"Message",
                        "if not message: sys.exit('vide')\nprint(\"Message")
                        .is("faux. Étape 3", "code 1 : vide"),
                answer("server", "answers", "client.close()", "client.send(b'ok')\nclient.close()")
                        .is("faux. Étape 2", "obtenu : ok"),
                answer("server", "listens on all interfaces", "\"localhost\"", "\"\"")
                        .is("faux. Étape 1", "attendu : server écoute sur localhost, pour cette machine seulement"),
                answer("server", "no space before the colon", "reçu :", "reçu:")
                        .is("faux. Étape 1", "obtenu : Message reçu: Salut le serveur !"),
                answer("client", "forgets to encode", ".encode()", "")
                        .is("faux. Étape 1", "attendu : Salut le serveur !"),
                answer("client", "encodes as Latin-1 what is not documented", "Salut le serveur !\".encode()",
                        "Salut à toi !\".encode('latin-1')")
                        .is("faux. Étape 1", "obtenu : Salut � toi !"),
                answer("client", "adds a newline", "serveur !\"", "serveur !\\n\"")
                        .is("faux. Étape 1", "obtenu : Salut le serveur !\\n"),
                answer("client", "sends nothing", "client.send", "len")
                        .is("faux. Étape 1", "attendu : Salut le serveur !"),
                answer("client", "prints something", "client.close()", "print('Message envoyé')")
                        .is("faux. Étape 1", "obtenu : Message envoyé"),
                answer("client", "waits for an answer", "client.close()", "client.recv(1024)\nsys.stdin.read()")
                        .is("trop long. Étape 1", "attendu : client ferme la connexion"),
                answer("reply-server", "answers before it reads",
                        "message = client.recv(1024)\nprint(\"Reçu :\", message.decode())\n"
                                + "client.send(\"Bien reçu, merci !\".encode())",
                        "client.send(\"Bien reçu, merci !\".encode())\nclient.close()\n"
                                + "print(\"Reçu :\", client.recv(1024).decode())")
                        .is("faux. Étape 1", "obtenu : reply-server s'arrête avec le code 1 : OSError: [Errno 9] Ba"),
                answer("reply-server", "answers, and then reads",
                        "message = client.recv(1024)\nprint(\"Reçu :\", message.decode())\n"
                                + "client.send(\"Bien reçu, merci !\".encode())",
                        "client.send(\"Bien reçu, merci !\".encode())\n"
                                + "print(\"Reçu :\", client.recv(1024).decode())")
                        .is("faux. Étape 4", "attendu : rien sur le fil ; obtenu : Bien reçu, merci !"),
                answer("reply-server", "never answers", "client.send(", "len(")
                        .is("faux. Étape 1", "attendu : Bien reçu, merci !"),
                answer("reply-server", "an accent is missing on the wire", "Bien reçu", "Bien recu")
                        .is("faux. Étape 1", "obtenu : Bien recu, merci !"),
                answer("reply-server", "adds a newline", "merci !\"", "merci !\\n\"")
                        .is("faux. Étape 1", "obtenu : Bien reçu, merci !\\n"),
                answer("reply-server", "shows the bytes", "message.decode()", "message")
                        .is("faux. Étape 1", "obtenu : Reçu :"),
                answer("reply-server", "shows what is expected, not what came",
                        "message.decode()", "'Salut le serveur !'")
                        .is("faux. Étape 1", "obtenu : Reçu : Salut le serveur !"),
                answer("reply-server", "sends it back", "\"Bien reçu, merci !\".encode()", "message")
                        .is("faux. Étape 1", "obtenu : "),
                answer("reply-client", "shows the bytes", "reply.decode()", "reply")
                        .is("faux. Étape 1", "obtenu : Réponse du serveur : b'Bien re\\xc3\\xa7u, merci !'"),
                answer("reply-client", "closes before it reads", "reply = client.recv(1024)",
                        "client.close()\nreply = client.recv(1024)")
                        .is("faux. Étape 1", "obtenu : reply-client s'arrête avec le code 1 : OSError: [Errno 9] Ba"),
                answer("reply-client", "shows what is expected, not what came",
                        "reply.decode()", "'Bien reçu, merci !'")
                        .is("faux. Étape 3", "obtenu : Réponse du serveur : Bien reçu, merci !"),
                answer("reply-client", "reads 10 bytes", "recv(1024)", "recv(10)")
                        .is("faux. Étape 1", "obtenu : Réponse du serveur : Bien reçu"),
                answer("reply-client", "reads 4096 bytes", "recv(1024)", "recv(4096)")
                        .is("faux. Étape 5", "obtenu : …"),
                answer("reply-client", "adds a newline", "serveur !\"", "serveur !\\n\"")
                        .is("faux. Étape 1", "obtenu : Salut le serveur !\\n"),
                answer("reply-client", "never asks", "client.send(", "len(")
                        .is("trop long. Étape 1", "attendu : « Salut le serveur ! » sur le fil"));
    }
}
