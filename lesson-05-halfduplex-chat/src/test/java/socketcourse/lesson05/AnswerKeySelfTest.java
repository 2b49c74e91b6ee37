package socketcourse.lesson05;

import java.util.stream.Stream;
import socketcourse.testing.suite.AnswerKeySelfTests;

class AnswerKeySelfTest extends AnswerKeySelfTests {

    private static final String JAVA = """
            import static java.nio.charset.StandardCharsets.UTF_8;
            import java.io.IOException;
            import java.net.Socket;

            class Answer {
                public static void main(String[] args) throws IOException {
                    try (var socket = new Socket("localhost", Integer.parseInt(args[0]))) {
                        System.out.println("Connecté au serveur de chat !");
                        System.out.println("Chat prêt ! (tapez 'quit' pour quitter)\\n");
                        var buffer = new byte[4096];
                        while (true) {
                            var message = System.console().readLine("Vous : ");
                            if (message.equalsIgnoreCase("quit")) {
                                socket.getOutputStream().write("quit".getBytes(UTF_8));
                                break;
                            }
                            socket.getOutputStream().write(message.getBytes(UTF_8));
                            var count = socket.getInputStream().read(buffer);
                            var reply = count == -1 ? "quit" : new String(buffer, 0, count, UTF_8);
                            if (reply.equalsIgnoreCase("quit")) {
                                System.out.println("Le serveur a quitté le chat.");
                                break;
                            }
                            System.out.println("Serveur : " + reply);
                        }
                    }
                    System.out.println("Chat terminé.");
                }
            }
            """;

    private static final String NODE = """
            const keyboard = require('readline').createInterface({ input: process.stdin, output: process.stdout })
            const lines = keyboard[Symbol.asyncIterator]()
            const socket = require('net').connect(Number(process.argv[2]), '127.0.0.1')
            keyboard.setPrompt('Vous : ')
            socket.on('connect', async () => {
                console.log('Connecté au serveur de chat !')
                console.log("Chat prêt ! (tapez 'quit' pour quitter)\\n")
                const replies = socket[Symbol.asyncIterator]()
                while (true) {
                    keyboard.prompt()
                    const message = (await lines.next()).value
                    if (message.toLowerCase() === 'quit') {
                        socket.write('quit')
                        break
                    }
                    socket.write(message)
                    const { value, done } = await replies.next()
                    const reply = done ? 'quit' : value.subarray(0, 4096).toString()
                    if (reply.toLowerCase() === 'quit') {
                        console.log('Le serveur a quitté le chat.')
                        break
                    }
                    console.log('Serveur : ' + reply)
                }
                console.log('Chat terminé.')
                keyboard.close()
                socket.end()
            })
            """;

    @Override
    protected Stream<Variation> right() {
        return Stream.of(
                answer("setup-server", "writes the address in another notation",
                        "{address}", "{address[0]}:{address[1]}"),
                answer("setup-client", "prints CRLF line ends", "quitter).\\n\"", "quitter).\\r\\n\\r\\n\""),
                answer("server", "asks again after an empty line", "    reply = input(\"Vous : \")\n",
                        "    reply = \"\"\n    while not reply: reply = input(\"Vous : \")\n"),
                answer("server", "waits until the client closes the connection", "        client.send(b\"quit\")\n",
                        "        client.send(b\"quit\")\n        while client.recv(4096): pass\n"),
                answer("server", "prints an empty line before each message",
                        "print(f\"Client : {message}\")", "print(f\"\\nClient : {message}\")"),
                program("client", "uses the console of Java", "Answer.java", JAVA),
                program("client", "uses the readline of Node, which echoes", "answer.js", NODE),
                answer("client", "treats a reset like a closed connection",
                        "    reply = client.recv(4096).decode()", """
                            try:
                                reply = client.recv(4096).decode()
                            except ConnectionError:
                                reply = ""
                        """.stripTrailing()),
                answer("client", "leaves the socket as a with block does", "client.close()", "client.__exit__()"));
    }

    @Override
    protected Stream<Variation> wrong() {
        return Stream.of(
                answer("setup-server", "omits an accent", "prêt", "pret")
                        .is("faux. Étape 2", "obtenu : Chat pret ! Tapez vos messages (tapez 'quit' pour quitter)."),
                answer("setup-server", "prints the address without the port", "{address}", "{address[0]}")
                        .is("faux. Étape 2", "obtenu : Client connecté : 127.0.0.1"),
                answer("setup-client", "does not connect", "client.connect((\"localhost\", int(sys.argv[1])))", "")
                        .is("faux. Étape 1", "attendu : setup-client se connecte au port"),
                answer("setup-client", "prints the text of part 2", "! Tapez vos messages (", "! (")
                        .is("faux. Étape 1", "obtenu : Chat prêt ! (tapez 'quit' pour quitter)."),
                answer("server", "prints the bytes without decoding them", "{message}", "{message.encode()}")
                        .is("faux. Étape 2", "obtenu : Client :"),
                answer("server", "capitalizes typed text", "client.send(reply.encode())",
                        "client.send(reply.capitalize().encode())")
                        .is("faux. Étape 2", ""),
                answer("server", "accepts a typed quit in lower case only", "reply.lower()", "reply")
                        .is("faux. Étape 4", "attendu : quit ; obtenu : QuIt"),
                answer("server", "sends quit as it is typed", "b\"quit\"", "reply.encode()")
                        .is("faux. Étape 4", "attendu : quit ; obtenu : QuIt"),
                answer("server", "accepts a received quit in lower case only", "message.lower()", "message")
                        .is("bloqué. Étape 5", "attendu : server se termine"),
                answer("server", "quits when typed text begins with quit", "reply.lower() == \"quit\"",
                        "reply.lower().startswith(\"quit\")")
                        .is("faux. Étape 2", "obtenu : quit"),
                answer("server", "quits when received text contains quit",
                        "message.lower() == \"quit\"", "\"quit\" in message.lower()")
                        .is("faux. Étape 2", "obtenu : Le client a quitté le chat."),
                answer("server", "omits its last line", "print(\"Chat terminé.\")", "")
                        .is("faux. Étape 2", "attendu : Chat terminé."),
                answer("server", "does not detect a closed connection", "not message or ", "")
                        .is("bloqué. Étape 6", "attendu : server se termine"),
                answer("server", "quits without sending quit", "        client.send(b\"quit\")\n", "")
                        .is("faux. Étape 4", "attendu : quit"),
                answer("server", "sends a newline", "reply.encode()", "(reply + '\\n').encode()")
                        .is("faux. Étape 2", "obtenu : "),
                answer("server", "receives at most 1024 bytes", "4096", "1024")
                        .is("faux. Étape 7", "obtenu : …"),
                answer("server", "quits on another word", "reply.lower() == \"quit\"",
                        "reply.lower() in (\"quit\", \"exit\")")
                        .is("faux. Étape 9", "attendu : exit ; obtenu : quit"),
                answer("server", "loses what arrives while a line is typed", "    client.send(reply.encode())",
                        "    client.setblocking(False)\n    try: client.recv(4096)\n    except BlockingIOError: pass\n"
                                + "    client.setblocking(True)\n    client.send(reply.encode())")
                        .is("bloqué. Étape 9", "attendu : Client : "),
                answer("server", "trims what is typed", "reply.encode()", "reply.strip().encode()")
                        .is("faux. Étape 2", ""),
                answer("server", "trims what it receives", "{message}", "{message.strip()}")
                        .is("faux. Étape 2", ""),
                answer("server", "answers in two pieces", "client.send(reply.encode())",
                        "client.send(reply[:5].encode()); client.send(reply[5:].encode())")
                        .is("faux. Étape 2", "obtenu : en 2 envois"),
                answer("server", "prints another prompt", "Vous : ", "Vous> ")
                        .is("faux. Étape 2", "attendu : Vous :  ; obtenu : Vous>"),
                answer("server", "prints no prompt", "\"Vous : \"", "")
                        .is("faux. Étape 2", "attendu : l'invite « Vous :  »"),
                answer("server", "prints its prompt after the line is typed",
                        "    reply = input(\"Vous : \")", """
                            reply = sys.stdin.readline().rstrip()
                            print("Vous : ", end="")
                        """.stripTrailing())
                        .is("faux. Étape 2", "obtenu : elle n'y est pas quand le programme attend la saisie"),
                answer("server", "prints a newline after its prompt", "Vous : ", "Vous : \\n")
                        .is("faux. Étape 2", "obtenu : un retour à la ligne la suit"),
                answer("server", "omits the last space of its prompt", "Vous : ", "Vous :")
                        .is("faux. Étape 2", "attendu : Vous :  ; obtenu : Vous :"),
                answer("server", "prints its prompt only once", "input(\"Vous : \")",
                        "input(\"\" if \"reply\" in globals() else \"Vous : \")")
                        .is("faux. Étape 2", "attendu : l'invite « Vous :  » avant chaque saisie : 2 fois"),
                answer("server", "does not set SO_REUSEADDR", "server.setsockopt", "len and (lambda *option: 0)")
                        .is("faux. Étape 8", "SO_REUSEADDR manque"),
                answer("server", "reports that the client left when it quits itself",
                        "client.send(b\"quit\")", "client.send(b\"quit\"); print(\"Le client a quitté le chat.\")")
                        .is("faux. Étape 3", "obtenu : Le client a quitté le chat."),
                answer("server", "asks before it receives", "    message = client.recv(4096).decode()",
                        "    client.send(input(\"Vous : \").encode())\n    message = client.recv(4096).decode()")
                        .is("faux. Étape 2", "obtenu : Vous :"),
                answer("server", "listens on all interfaces", "\"localhost\"", "\"\"")
                        .is("faux. Étape 1", "obtenu : il écoute sur toutes ses adresses"),
                answer("server", "prints the server's name before the client's text", "\"Client : ", "\"Serveur : ")
                        .is("faux. Étape 2", "obtenu : Serveur :"),
                answer("client", "prints the bytes without decoding them",
                        "client.recv(4096).decode()", "str(client.recv(4096))")
                        .is("faux. Étape 1", "obtenu : Serveur : b'quitte"),
                answer("client", "accepts a typed quit in lower case only", "message.lower()", "message")
                        .is("faux. Étape 3", "attendu : quit ; obtenu : QuIt"),
                answer("client", "accepts a received quit in lower case only", "reply.lower()", "reply")
                        .is("bloqué. Étape 4", "attendu : client se termine"),
                answer("client", "quits when typed text contains quit", "message.lower() == \"quit\"",
                        "\"quit\" in message.lower()")
                        .is("faux. Étape 1", "obtenu : quit"),
                answer("client", "quits when received text begins with quit",
                        "reply.lower() == \"quit\"", "reply.lower().startswith(\"quit\")")
                        .is("faux. Étape 1", "obtenu : Le serveur a quitté le chat."),
                answer("client", "omits its last line", "print(\"Chat terminé.\")", "")
                        .is("faux. Étape 1", "attendu : Chat terminé."),
                answer("client", "does not detect a closed connection", "not reply or ", "")
                        .is("bloqué. Étape 5", "attendu : client se termine"),
                answer("client", "sends a newline", "message.encode()", "(message + '\\n').encode()")
                        .is("faux. Étape 1", "obtenu : "),
                program("client", "in Java, compares texts with ==", "Answer.java",
                        JAVA.replace("reply.equalsIgnoreCase(\"quit\")", "reply.toLowerCase() == \"quit\""))
                        .is("bloqué. Étape 1", "obtenu : il tourne encore").hinting("En Java, == ne compare pas des textes"),
                answer("client", "waits for a newline", "client.recv(4096)", "client.makefile('rb').readline()")
                        .is("bloqué. Étape 1", "attendu : Serveur : quitte"),
                answer("client", "receives at most 1024 bytes", "4096", "1024")
                        .is("faux. Étape 6", "obtenu : …"),
                answer("client", "receives before it asks", "    message = input(\"Vous : \")",
                        "    client.recv(4096)\n    message = input(\"Vous : \")")
                        .is("faux. Étape 1", "obtenu : elle n'y est pas quand le programme attend la saisie"),
                answer("client", "fails when the server has closed", "    if not reply or", "    if reply[0] and")
                        .is("faux. Étape 5", "obtenu : client s'arrête avec le code 1 : IndexError: string index ou"));
    }
}
