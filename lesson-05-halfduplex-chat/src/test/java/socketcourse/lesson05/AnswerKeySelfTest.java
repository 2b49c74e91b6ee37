package socketcourse.lesson05;

import java.util.stream.Stream;
import socketcourse.testing.suite.AnswerKeySelfTests;

class AnswerKeySelfTest extends AnswerKeySelfTests {

    @Override
    protected Stream<Variation> right() {
        return Stream.of(
                answer("setup-server", "another notation of the address", "{address}", "{address[0]}:{address[1]}"),
                answer("setup-client", "with an end of line of Windows", "quitter).\\n\"", "quitter).\\r\\n\\r\\n\""),
                answer("server", "asks again for an empty line", "    reply = input(\"Vous : \")\n",
                        "    reply = \"\"\n    while not reply: reply = input(\"Vous : \")\n"),
                answer("server", "waits until its client hangs up, too", "        client.send(b\"quit\")\n",
                        "        client.send(b\"quit\")\n        while client.recv(4096): pass\n"),
                answer("server", "a prompt that comes late, and an empty line before each message",
                        "    print(f\"Client : {message}\")\n\n    reply = input(\"Vous : \")", """
                            print(f"\\nClient : {message}")
                            reply = sys.stdin.readline().rstrip()
                            print("Vous : ", end="")
                        """.stripTrailing()),
                answer("client", "takes care of a connection that breaks", "    reply = client.recv(4096).decode()", """
                            try:
                                reply = client.recv(4096).decode()
                            except ConnectionError:
                                reply = ""
                        """.stripTrailing()),
                answer("client", "with a with block around the socket", "client.close()", "client.__exit__()"));
    }

    @Override
    protected Stream<Variation> wrong() {
        return Stream.of(
                answer("setup-server", "an accent is missing", "prêt", "pret")
                        .is("faux. Étape 1", "obtenu : Chat pret ! Tapez vos messages (tapez 'quit' pour quitter)."),
                answer("setup-server", "shows no port", "{address}", "{address[0]}")
                        .is("faux. Étape 1", "obtenu : Client connecté : 127.0.0.1"),
                answer("setup-client", "does not connect", "client.connect((\"localhost\", int(sys.argv[1])))", "")
                        .is("faux. Étape 1", "attendu : setup-client se connecte au port"),
                answer("setup-client", "says the text of part 2", "! Tapez vos messages (", "! (")
                        .is("faux. Étape 1", "obtenu : Chat prêt ! (tapez 'quit' pour quitter)."),
                answer("server", "shows the bytes", "{message}", "{message.encode()}")
                        .is("faux. Étape 1", "obtenu : Client :"),
                answer("server", "capitalizes what is typed", "client.send(reply.encode())",
                        "client.send(reply.capitalize().encode())")
                        .is("faux. Étape 1", ""),
                answer("server", "quits in lower case only when it is typed", "reply.lower()", "reply")
                        .is("faux. Étape 3", "attendu : quit ; obtenu : QuIt"),
                answer("server", "sends quit as it is typed", "b\"quit\"", "reply.encode()")
                        .is("faux. Étape 3", "attendu : quit ; obtenu : QuIt"),
                answer("server", "quits in lower case only when it comes", "message.lower()", "message")
                        .is("trop long. Étape 4", "attendu : server se termine"),
                answer("server", "takes a word that begins with quit for it", "reply.lower() == \"quit\"",
                        "reply.lower().startswith(\"quit\")")
                        .is("faux. Étape 1", "obtenu : quit"),
                answer("server", "takes any text with quit in it for it when it comes",
                        "message.lower() == \"quit\"", "\"quit\" in message.lower()")
                        .is("faux. Étape 1", "obtenu : Le client a quitté le chat."),
                answer("server", "shows no end", "print(\"Chat terminé.\")", "")
                        .is("faux. Étape 1", "attendu : Chat terminé."),
                answer("server", "never sees that the client is gone", "not message or ", "")
                        .is("trop long. Étape 5", "attendu : server se termine"),
                answer("server", "stops without sending quit", "        client.send(b\"quit\")\n", "")
                        .is("faux. Étape 3", "attendu : quit"),
                answer("server", "sends a newline", "reply.encode()", "(reply + '\\n').encode()")
                        .is("faux. Étape 1", "obtenu : "),
                answer("server", "receives 1024 bytes", "4096", "1024")
                        .is("faux. Étape 6", "obtenu : …"),
                answer("server", "has another prompt", "Vous : ", "Vous> ")
                        .is("faux. Étape 1", "attendu : Vous :  ; obtenu : Vous>"),
                answer("server", "has no prompt", "\"Vous : \"", "")
                        .is("faux. Étape 1", "attendu : l'invite « Vous :  »"),
                answer("server", "has a prompt for its first line only", "input(\"Vous : \")",
                        "input(\"\" if \"reply\" in globals() else \"Vous : \")")
                        .is("faux. Étape 1", "attendu : l'invite « Vous :  » avant chaque saisie : 2 fois"),
                answer("server", "has no SO_REUSEADDR", "server.setsockopt", "len and (lambda *option: 0)")
                        .is("faux. Étape 7", "SO_REUSEADDR manque"),
                answer("server", "says that the client left when it leaves itself",
                        "client.send(b\"quit\")", "client.send(b\"quit\"); print(\"Le client a quitté le chat.\")")
                        .is("faux. Étape 2", "obtenu : Le client a quitté le chat."),
                answer("server", "asks first", "    message = client.recv(4096).decode()",
                        "    client.send(input(\"Vous : \").encode())\n    message = client.recv(4096).decode()")
                        .is("faux. Étape 1", "obtenu : Vous :"),
                answer("server", "listens on all interfaces", "\"localhost\"", "\"\"")
                        .is("faux. Étape 1", "attendu : server écoute sur localhost, pour cette machine seulement"),
                answer("server", "takes itself for the client", "\"Client : ", "\"Serveur : ")
                        .is("faux. Étape 1", "obtenu : Serveur :"),
                answer("client", "shows the bytes", "client.recv(4096).decode()", "str(client.recv(4096))")
                        .is("faux. Étape 1", "obtenu : Serveur : b'quitte"),
                answer("client", "quits in lower case only when it is typed", "message.lower()", "message")
                        .is("faux. Étape 3", "attendu : quit ; obtenu : QuIt"),
                answer("client", "quits in lower case only when it comes", "reply.lower()", "reply")
                        .is("trop long. Étape 4", "attendu : client se termine"),
                answer("client", "takes any text with quit in it for it", "message.lower() == \"quit\"",
                        "\"quit\" in message.lower()")
                        .is("faux. Étape 1", "obtenu : quit"),
                answer("client", "takes a word that begins with quit for it when it comes",
                        "reply.lower() == \"quit\"", "reply.lower().startswith(\"quit\")")
                        .is("faux. Étape 1", "obtenu : Le serveur a quitté le chat."),
                answer("client", "shows no end", "print(\"Chat terminé.\")", "")
                        .is("faux. Étape 1", "attendu : Chat terminé."),
                answer("client", "never sees that the server is gone", "not reply or ", "")
                        .is("trop long. Étape 5", "attendu : client se termine"),
                answer("client", "sends a newline", "message.encode()", "(message + '\\n').encode()")
                        .is("faux. Étape 1", "obtenu : "),
                answer("client", "waits for a newline", "client.recv(4096)", "client.makefile('rb').readline()")
                        .is("trop long. Étape 1", "attendu : Serveur : quitte"),
                answer("client", "receives 1024 bytes", "4096", "1024")
                        .is("faux. Étape 6", "obtenu : …"),
                answer("client", "receives first", "    message = input(\"Vous : \")",
                        "    client.recv(4096)\n    message = input(\"Vous : \")")
                        .is("trop long. Étape 1", "obtenu : rien, la connexion reste ouverte"),
                answer("client", "fails when the server is gone", "    if not reply or", "    if reply[0] and")
                        .is("faux. Étape 5", "obtenu : client s'arrête avec le code 1 : IndexError: string index ou"));
    }
}
