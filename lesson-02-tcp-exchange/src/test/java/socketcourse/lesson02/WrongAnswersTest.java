package socketcourse.lesson02;

import java.util.stream.Stream;
import socketcourse.testing.KeyCheck;

class WrongAnswersTest extends KeyCheck {

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
                answer("server", "shows the bytes", "message.decode()", "message"),
                answer("server", "decodes as Latin-1", "decode()", "decode('latin-1')"),
                answer("server", "reads 10 bytes", "recv(1024)", "recv(10)"),
                answer("server", "reads 4096 bytes", "recv(1024)", "recv(4096)"),
                answer("server", "waits for a whole line", "client.recv(1024)", "client.makefile('rb').readline()"),
                answer("server", "reads until the client closes",
                        "client.recv(1024)", "b''.join(iter(lambda: client.recv(1024), b''))"),
                answer("server", "closes before it reads", "message = client.recv(1024)",
                        "client.close()\nmessage = b'Salut le serveur !'"),
                answer("server", "gives up on an empty message", "print(\"Message",
                        "if not message: sys.exit('vide')\nprint(\"Message"),
                answer("server", "answers", "client.close()", "client.send(b'ok')\nclient.close()"),
                answer("server", "listens on all interfaces", "\"localhost\"", "\"\""),
                answer("server", "no space before the colon", "reçu :", "reçu:"),
                answer("client", "forgets to encode", ".encode()", ""),
                answer("client", "encodes as Latin-1 what is not documented", "Salut le serveur !\".encode()",
                        "Salut à toi !\".encode('latin-1')"),
                answer("client", "adds a newline", "serveur !\"", "serveur !\\n\""),
                answer("client", "sends nothing", "client.send", "len"),
                answer("client", "prints something", "client.close()", "print('Message envoyé')"),
                answer("client", "waits for an answer", "client.close()", "client.recv(1024)\nsys.stdin.read()"),
                answer("reply-server", "answers before it reads",
                        "message = client.recv(1024)\nprint(\"Reçu :\", message.decode())\n"
                                + "client.send(\"Bien reçu, merci !\".encode())",
                        "client.send(\"Bien reçu, merci !\".encode())\nclient.close()\n"
                                + "print(\"Reçu :\", client.recv(1024).decode())"),
                answer("reply-server", "never answers", "client.send(", "len("),
                answer("reply-server", "an accent is missing on the wire", "Bien reçu", "Bien recu"),
                answer("reply-server", "adds a newline", "merci !\"", "merci !\\n\""),
                answer("reply-server", "shows the bytes", "message.decode()", "message"),
                answer("reply-server", "shows what is expected, not what came",
                        "message.decode()", "'Salut le serveur !'"),
                answer("reply-server", "sends it back", "\"Bien reçu, merci !\".encode()", "message"),
                answer("reply-client", "shows the bytes", "reply.decode()", "reply"),
                answer("reply-client", "closes before it reads", "reply = client.recv(1024)",
                        "client.close()\nreply = client.recv(1024)"),
                answer("reply-client", "shows what is expected, not what came",
                        "reply.decode()", "'Bien reçu, merci !'"),
                answer("reply-client", "reads 10 bytes", "recv(1024)", "recv(10)"),
                answer("reply-client", "reads 4096 bytes", "recv(1024)", "recv(4096)"),
                answer("reply-client", "adds a newline", "serveur !\"", "serveur !\\n\""),
                answer("reply-client", "never asks", "client.send(", "len("));
    }
}
