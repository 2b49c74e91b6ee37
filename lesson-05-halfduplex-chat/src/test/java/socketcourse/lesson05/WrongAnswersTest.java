package socketcourse.lesson05;

import java.util.stream.Stream;
import socketcourse.testing.KeyCheck;

class WrongAnswersTest extends KeyCheck {

    @Override
    protected Stream<Variation> right() {
        return Stream.of(
                answer("setup-server", "another notation of the address", "{address}", "{address[0]}:{address[1]}"),
                answer("setup-client", "with an end of line of Windows", "quitter).\\n\"", "quitter).\\r\\n\\r\\n\""),
                answer("server", "sends quit in lower case, and asks again for an empty line",
                        "    client.send(reply.encode())\n    if reply.lower() == \"quit\":\n        break\n", """
                            while not reply: reply = input("Vous : ")
                            client.sendall(b"quit" if reply.lower() == "quit" else reply.encode())
                            if reply.lower() == "quit":
                                break
                        """.indent(0)),
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
                answer("setup-server", "an accent is missing", "prêt", "pret"),
                answer("setup-server", "shows no port", "{address}", "{address[0]}"),
                answer("setup-client", "does not connect", "client.connect((\"localhost\", int(sys.argv[1])))", ""),
                answer("setup-client", "says the text of part 2", "! Tapez vos messages (", "! ("),
                answer("server", "shows the bytes", "{message}", "{message.encode()}"),
                answer("server", "capitalizes what is typed", "client.send(reply.encode())",
                        "client.send(reply.capitalize().encode())"),
                answer("server", "quits in lower case only when it is typed", "reply.lower()", "reply"),
                answer("server", "quits in lower case only when it comes", "message.lower()", "message"),
                answer("server", "takes a word that begins with quit for it", "reply.lower() == \"quit\"",
                        "reply.lower().startswith(\"quit\")"),
                answer("server", "takes any text with quit in it for it when it comes",
                        "message.lower() == \"quit\"", "\"quit\" in message.lower()"),
                answer("server", "shows no end", "print(\"Chat terminé.\")", ""),
                answer("server", "never sees that the client is gone", "not message or ", ""),
                answer("server", "stops without sending quit",
                        "    client.send(reply.encode())\n    if reply.lower() == \"quit\":\n        break\n",
                        "    if reply.lower() == \"quit\":\n        break\n    client.send(reply.encode())\n"),
                answer("server", "sends a newline", "reply.encode()", "(reply + '\\n').encode()"),
                answer("server", "receives 1024 bytes", "4096", "1024"),
                answer("server", "has another prompt", "Vous : ", "Vous> "),
                answer("server", "has no prompt", "\"Vous : \"", ""),
                answer("server", "has no SO_REUSEADDR", "server.setsockopt", "len and (lambda *option: 0)"),
                answer("server", "says that the client left when it leaves itself",
                        "    if reply.lower() == \"quit\":\n", "    if reply.lower() == \"quit\":\n"
                                + "        print(\"Le client a quitté le chat.\")\n"),
                answer("server", "asks first", "    message = client.recv(4096).decode()",
                        "    client.send(input(\"Vous : \").encode())\n    message = client.recv(4096).decode()"),
                answer("server", "listens on all interfaces", "\"localhost\"", "\"\""),
                answer("server", "takes itself for the client", "\"Client : ", "\"Serveur : "),
                answer("client", "shows the bytes", "client.recv(4096).decode()", "str(client.recv(4096))"),
                answer("client", "quits in lower case only when it is typed", "message.lower()", "message"),
                answer("client", "quits in lower case only when it comes", "reply.lower()", "reply"),
                answer("client", "takes any text with quit in it for it", "message.lower() == \"quit\"",
                        "\"quit\" in message.lower()"),
                answer("client", "takes a word that begins with quit for it when it comes",
                        "reply.lower() == \"quit\"", "reply.lower().startswith(\"quit\")"),
                answer("client", "shows no end", "print(\"Chat terminé.\")", ""),
                answer("client", "never sees that the server is gone", "not reply or ", ""),
                answer("client", "sends a newline", "message.encode()", "(message + '\\n').encode()"),
                answer("client", "waits for a newline", "client.recv(4096)", "client.makefile('rb').readline()"),
                answer("client", "receives 1024 bytes", "4096", "1024"),
                answer("client", "receives first", "    message = input(\"Vous : \")",
                        "    client.recv(4096)\n    message = input(\"Vous : \")"),
                answer("client", "fails when the server is gone", "    if not reply or", "    if reply[0] and"));
    }
}
