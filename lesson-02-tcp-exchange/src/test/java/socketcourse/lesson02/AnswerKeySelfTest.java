package socketcourse.lesson02;

import java.util.stream.Stream;
import socketcourse.testing.suite.AnswerKeySelfTests;

class AnswerKeySelfTest extends AnswerKeySelfTests {

    private static final String JAVA = """
            import static java.nio.charset.StandardCharsets.UTF_8;
            import java.io.*;
            import java.net.*;

            class Answer {
                public static void main(String[] args) throws IOException {
                    var port = Integer.parseInt(args[0]);
                    try (var server = new ServerSocket(port, 50, InetAddress.getByName("localhost"))) {
                        System.out.println("En attente d'un client...");
                        var client = server.accept();
                        var buffer = new byte[1024];
                        var count = Math.max(0, client.getInputStream().read(buffer));
                        System.out.println("Reçu : " + new String(buffer, 0, count, UTF_8));
                        client.getOutputStream().write("Bien reçu, merci !".getBytes(UTF_8));
                        client.close();
                    }
                }
            }
            """;

    private static final String NODE = """
            const server = require('net').createServer(client => {
                server.close()
                let isFirst = true
                const answer = text => {
                    if (isFirst) {
                        console.log('Reçu : ' + text)
                        client.end('Bien reçu, merci !')
                    }
                    isFirst = false
                }
                client.on('data', data => answer(data.subarray(0, 1024).toString()))
                client.on('end', () => answer(''))
            })
            server.listen(Number(process.argv[2]), '127.0.0.1', () => console.log("En attente d'un client..."))
            """;

    private static final String C = """
            #include <arpa/inet.h>
            #include <stdio.h>
            #include <stdlib.h>
            #include <string.h>
            #include <unistd.h>

            int main(int count, char **arguments) {
                struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons(atoi(arguments[1])) };
                address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
                int server = socket(AF_INET, SOCK_STREAM, 0);
                bind(server, (struct sockaddr *) &address, sizeof address);
                listen(server, 1);
                printf("En attente d'un client...\\n");
                int client = accept(server, NULL, NULL);
                char buffer[1024];
                ssize_t length = recv(client, buffer, sizeof buffer - 1, 0);
                buffer[length] = 0;
                printf("Reçu : %s\\n", buffer);
                const char *answer = "Bien reçu, merci !";
                send(client, answer, strlen(answer), 0);
                shutdown(client, SHUT_WR);
                while (recv(client, buffer, sizeof buffer, 0) > 0) {
                }
                close(client);
                return 0;
            }
            """;

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
                answer("reply-server", "waits until the client closes, after its last receive",
                        "client.close()", "client.shutdown(socket.SHUT_WR)\nwhile client.recv(1024): pass"),
                program("reply-server", "is written in Java", "Answer.java", JAVA),
                program("reply-server", "is written in Node and ends the socket with its answer", "answer.js", NODE),
                program("reply-server", "is written in C and waits for EOF at the end", "answer.c", C),
                answer("reply-client", "uses a with block",
                        "reply = client.recv(1024)\nprint(\"Réponse du serveur :\", reply.decode())\nclient.close()",
                        "with client:\n    print(f\"Réponse du serveur : {client.recv(1024).decode('utf-8')}\")"));
    }

    @Override
    protected Stream<Variation> wrong() {
        return Stream.of(
                answer("server", "prints the bytes without decoding them", "message.decode()", "message")
                        .is("faux. Étape 2", "obtenu : Message reçu : b'Salut le serveur !'"),
                answer("server", "decodes as Latin-1", "decode()", "decode('latin-1')")
                        .is("faux. Étape 3", "obtenu : Message reçu : "),
                answer("server", "receives at most 10 bytes", "recv(1024)", "recv(10)")
                        .is("faux. Étape 2", "obtenu : Message reçu : Salut le s"),
                answer("server", "receives at most 4096 bytes", "recv(1024)", "recv(4096)")
                        .is("faux. Étape 5", "obtenu : …"),
                answer("server", "waits for a whole line", "client.recv(1024)", "client.makefile('rb').readline()")
                        .is("bloqué. Étape 3", "attendu : Message reçu : "),
                answer("server", "receives until the client closes",
                        "client.recv(1024)", "b''.join(iter(lambda: client.recv(1024), b''))")
                        .is("bloqué. Étape 3", "attendu : Message reçu : "),
                answer("server", "waits until its buffer is full", "recv(1024)", "recv(1024, socket.MSG_WAITALL)")
                        .is("bloqué. Étape 3", "attendu : Message reçu : "),
                answer("server", "closes before it receives", "message = client.recv(1024)",
                        "client.close()\nmessage = b'Salut le serveur !'")
                        .is("faux. Étape 3", "obtenu : Message reçu : Salut le serveur !"),
                answer("server", "fails on an empty message", "print(\"Message",
                        "if not message: sys.exit('vide')\nprint(\"Message")
                        .is("faux. Étape 4", "code 1 : vide"),
                answer("server", "sends an answer", "client.close()", "client.send(b'ok')\nclient.close()")
                        .is("faux. Étape 3", "obtenu : ok"),
                answer("server", "listens on all interfaces", "\"localhost\"", "\"\"")
                        .is("faux. Étape 1", "obtenu : il écoute sur toutes ses adresses"),
                answer("server", "omits the space before the colon", "reçu :", "reçu:")
                        .is("faux. Étape 2", "obtenu : Message reçu: Salut le serveur !"),
                answer("client", "forgets to encode", ".encode()", "")
                        .is("faux. Étape 1", "attendu : Salut le serveur !"),
                answer("client", "sends another text, in Latin-1", "Salut le serveur !\".encode()",
                        "Salut à toi !\".encode('latin-1')")
                        .is("faux. Étape 1", "obtenu : Salut <e0> toi !"),
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
                        .is("faux. Étape 2", "obtenu : reply-server s'arrête avec le code 1 : OSError: [Errno 9] Ba"),
                answer("reply-server", "answers before it receives",
                        "message = client.recv(1024)\nprint(\"Reçu :\", message.decode())\n"
                                + "client.send(\"Bien reçu, merci !\".encode())",
                        "client.send(\"Bien reçu, merci !\".encode())\n"
                                + "print(\"Reçu :\", client.recv(1024).decode())")
                        .is("faux. Étape 5", "attendu : rien sur le réseau ; obtenu : Bien reçu, merci !"),
                answer("reply-server", "answers in two pieces", "client.send(\"Bien reçu, merci !\".encode())",
                        "client.send(\"Bien reçu, \".encode())\nclient.send(b\"merci !\")")
                        .is("faux. Étape 2", "attendu : « Bien reçu, merci ! » en un seul envoi ; obtenu : en 2 envois"),
                program("reply-server", "in Java, listens on all interfaces", "Answer.java",
                        JAVA.replace("port, 50, InetAddress.getByName(\"localhost\")", "port"))
                        .is("faux. Étape 1", "obtenu : il écoute sur toutes ses adresses")
                        .hinting("new ServerSocket(port, 50, InetAddress.getByName(\"localhost\"))"),
                program("reply-server", "in Java, converts its whole buffer", "Answer.java",
                        JAVA.replace("buffer, 0, count, UTF_8", "buffer, UTF_8"))
                        .is("faux. Étape 2", "<U+0000> × ").hinting("Tout le tampon est converti en texte"),
                program("reply-server", "in Java, does not flush its writer", "Answer.java",
                        JAVA.replace("client.getOutputStream().write(\"Bien reçu, merci !\".getBytes(UTF_8));",
                                "new PrintWriter(client.getOutputStream(), false, UTF_8).print(\"Bien reçu, merci !\");"))
                        .is("faux. Étape 2", "attendu : Bien reçu, merci !").hinting("Avez-vous vidé le tampon (flush) ?"),
                program("reply-server", "in Java, reads a line", "Answer.java",
                        JAVA.replace("Math.max(0, client.getInputStream().read(buffer))",
                                "new DataInputStream(client.getInputStream()).readLine().length()"))
                        .is("bloqué. Étape 2", "attendu : ").hinting("n'a pas de retour à la ligne"),
                program("reply-server", "in Java, sends the length first", "Answer.java",
                        JAVA.replace("client.getOutputStream().write(\"Bien reçu, merci !\".getBytes(UTF_8))",
                                "new DataOutputStream(client.getOutputStream()).writeUTF(\"Bien reçu, merci !\")"))
                        .is("faux. Étape 2", "obtenu : <U+0000>").hinting("La longueur est envoyée avant le texte"),
                answer("reply-server", "never answers", "client.send(", "len(")
                        .is("faux. Étape 2", "attendu : Bien reçu, merci !"),
                answer("reply-server", "omits an accent in its answer", "Bien reçu", "Bien recu")
                        .is("faux. Étape 2", "obtenu : Bien recu, merci !"),
                answer("reply-server", "adds a newline", "merci !\"", "merci !\\n\"")
                        .is("faux. Étape 2", "obtenu : Bien reçu, merci !\\n"),
                answer("reply-server", "prints the bytes without decoding them", "message.decode()", "message")
                        .is("faux. Étape 2", "obtenu : Reçu :"),
                answer("reply-server", "prints the documented text, not the received one",
                        "message.decode()", "'Salut le serveur !'")
                        .is("faux. Étape 2", "obtenu : Reçu : Salut le serveur !"),
                answer("reply-server", "sends the message back", "\"Bien reçu, merci !\".encode()", "message")
                        .is("faux. Étape 2", "obtenu : "),
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
