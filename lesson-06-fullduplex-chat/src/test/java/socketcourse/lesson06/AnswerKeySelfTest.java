package socketcourse.lesson06;

import java.util.stream.Stream;
import socketcourse.testing.suite.AnswerKeySelfTests;

class AnswerKeySelfTest extends AnswerKeySelfTests {

    private static final String QUIT = "            client.send(b\"quit\")\n            over.set()\n";
    private static final String CLOSE_WITHOUT_FIN = """
                        client.send(b"quit")
                        client.close()
                        receiver.join()
                        over.set()
            """;
    private static final String TURNS = """
            receiver = threading.Thread(target=receive, daemon=True)
            sender = threading.Thread(target=send)
            receiver.start()
            sender.start()
            sender.join()
            """;

    @Override
    protected Stream<Variation> right() {
        return Stream.of(
                answer("server", "writes the address in another notation",
                        "{address}", "{address[0]}:{address[1]}"),
                answer("server", "leaves a daemon thread at its keyboard", TURNS, """
                        threading.Thread(target=receive, daemon=True).start()
                        threading.Thread(target=send, daemon=True).start()
                        over.wait()
                        """),
                answer("server", "prints a space at the end of a line", "est déconnecté.", "est déconnecté. "),
                answer("client", "prints an accent as a combining character",
                        "quitté le chat.", "quitte\u0301 le chat."),
                answer("server", "closes the socket while its other thread receives",
                        QUIT, CLOSE_WITHOUT_FIN),
                answer("client", "closes the socket while its other thread receives",
                        QUIT, CLOSE_WITHOUT_FIN),
                answer("server", "exits at once when the client has left",
                        "            print(\"\\nLe client s'est déconnecté.\")\n            over.set()",
                        "            print(\"\\nLe client s'est déconnecté.\\nChat terminé.\")\n"
                                + "            import os; os._exit(0)"),
                answer("server", "detects the closed connection when it sends",
                        "sender.start()\nsender.join()", """
                        while True:
                            line = input()
                            try:
                                client.send(b"quit" if line.lower() == "quit" else line.encode())
                            except OSError:
                                break
                            if line.lower() == "quit":
                                over.set()
                                break"""),
                answer("server", "checks four times a second whether the chat is over",
                        "sender.start()\nsender.join()", """
                        import os, signal

                        def look(*_):
                            if over.is_set():
                                print("Chat terminé.")
                                os._exit(0)

                        signal.signal(signal.SIGALRM, look)
                        signal.setitimer(signal.ITIMER_REAL, 0.25, 0.25)
                        while True:
                            line = input()
                            assert not over.is_set()
                            client.send(b"quit" if line.lower() == "quit" else line.encode())
                            if line.lower() == "quit":
                                break
                        signal.setitimer(signal.ITIMER_REAL, 0)"""),
                answer("client", "uses select instead of threads", TURNS, """
                        import os, select
                        while not over.is_set():
                            for ready in select.select([client, 0], [], [])[0]:
                                if ready == client:
                                    text = client.recv(4096).decode()
                                    if not text or text.lower() == "quit":
                                        over.set()
                                        print("\\nLe serveur a quitté le chat.")
                                    else:
                                        print(f"\\nServeur : {text}")
                                elif not over.is_set():
                                    line = os.read(0, 4096).rstrip(b"\\n")
                                    client.send(b"quit" if line.lower() == b"quit" else line)
                                    if line.lower() == b"quit":
                                        over.set()
                        """));
    }

    @Override
    protected Stream<Variation> wrong() {
        return Stream.of(
                answer("server", "takes turns in two threads", TURNS, """
                        turn = threading.Lock()

                        def in_turn(work):
                            while not over.is_set():
                                with turn:
                                    work()

                        def receive_once():
                            text = client.recv(4096).decode()
                            over.set() if not text else print(f"\\nClient : {text}")

                        def send_once():
                            client.send(input().encode())

                        sender = threading.Thread(target=in_turn, args=(send_once,), daemon=True)
                        receiver = threading.Thread(target=in_turn, args=(receive_once,))
                        receiver.start()
                        sender.start()
                        receiver.join()
                        """)
                        .is("bloqué. Étape 2", "obtenu : rien, la connexion reste ouverte"),
                answer("server", "prints the bytes without decoding them", "{message}", "{message.encode()}")
                        .is("faux. Étape 2", "obtenu : Client :"),
                answer("server", "receives at most 64 bytes", "recv(4096)", "recv(64)")
                        .is("faux. Étape 2", "attendu : …"),
                answer("server", "omits its last line", "print(\"Chat terminé.\")", "")
                        .is("faux. Étape 2", "attendu : Chat terminé."),
                answer("server", "accepts a typed quit in lower case only", "message.lower()", "message")
                        .is("faux. Étape 4", "attendu : quit ; obtenu : QuIt"),
                answer("server", "sends quit as it is typed", "b\"quit\"", "message.encode()")
                        .is("faux. Étape 4", "attendu : quit ; obtenu : QuIt"),
                answer("server", "sends quit and continues", "            over.set()\n        else",
                        "            pass\n        else")
                        .is("bloqué. Étape 3", "attendu : server se termine"),
                answer("server", "quits when typed text contains quit", "message.lower() == \"quit\"",
                        "\"quit\" in message.lower()")
                        .is("faux. Étape 2", "obtenu : quit"),
                answer("server", "does not detect a closed connection", "if not message:", "if message is None:")
                        .is("faux. Étape 2", "obtenu : arrêté : il a inondé son écran"),
                answer("server", "does not report that the client has left",
                        "print(\"\\nLe client s'est déconnecté.\")", "pass")
                        .is("faux. Étape 2", "attendu : Le client s'est déconnecté."),
                answer("server", "reports that the client has left as version 1 does",
                        "Le client s'est déconnecté.", "Le client a quitté le chat.")
                        .is("faux. Étape 2", "obtenu : Le client a quitté le chat."),
                answer("server", "sends a newline", "client.send(message.encode())",
                        "client.send((message + '\\n').encode())")
                        .is("faux. Étape 2", "obtenu : "),
                answer("server", "prints the prompt of version 1", "input()", "input(\"Vous : \")")
                        .is("faux. Étape 2", "obtenu : Vous :"),
                answer("server", "continues after the client has left",
                        "déconnecté.\")\n            over.set()", "déconnecté.\")")
                        .is("faux. Étape 2", "obtenu : arrêté : il a inondé son écran"),
                answer("server", "quits without sending quit", "            client.send(b\"quit\")\n", "")
                        .is("faux. Étape 4", "attendu : quit"),
                answer("server", "listens on all interfaces", "\"localhost\"", "\"\"")
                        .is("faux. Étape 1", "obtenu : il écoute sur toutes ses adresses"),
                answer("client", "takes turns and receives first", TURNS, """
                        while not over.is_set():
                            text = client.recv(4096).decode()
                            if not text or text.lower() == "quit":
                                print("\\nLe serveur a quitté le chat.")
                                break
                            print(f"\\nServeur : {text}")
                            line = input()
                            if line.lower() == "quit":
                                client.send(b"quit")
                                break
                            client.send(line.encode())
                        """)
                        .is("bloqué. Étape 1", "attendu : « quitte"),
                answer("client", "takes turns and sends first", TURNS, """
                        while not over.is_set():
                            line = input()
                            if line.lower() == "quit":
                                client.send(b"quit")
                                break
                            client.send(line.encode())
                            text = client.recv(4096).decode()
                            if not text or text.lower() == "quit":
                                print("\\nLe serveur a quitté le chat.")
                                break
                            print(f"\\nServeur : {text}")
                        """)
                        .is("bloqué. Étape 1", "attendu : Serveur :"),
                answer("client", "receives at most 64 bytes", "recv(4096)", "recv(64)")
                        .is("faux. Étape 1", "attendu : …"),
                answer("client", "omits its last line", "print(\"Chat terminé.\")", "")
                        .is("faux. Étape 1", "attendu : Chat terminé."),
                answer("client", "accepts a received quit in lower case only",
                        "message.lower() == \"quit\":\n            print",
                        "message == \"quit\":\n            print")
                        .is("faux. Étape 4", "attendu : Le serveur a quitté le chat."),
                answer("client", "quits when typed text begins with quit",
                        "message.lower() == \"quit\":\n            client",
                        "message.lower().startswith(\"quit\"):\n            client")
                        .is("faux. Étape 1", "obtenu : quit"),
                answer("client", "quits when received text contains quit",
                        "not message or message.lower() == \"quit\"", "not message or \"quit\" in message.lower()")
                        .is("faux. Étape 1", "obtenu : Le serveur a quitté le chat."),
                answer("client", "prints a received quit as a message", "not message or message.lower() == \"quit\"",
                        "not message")
                        .is("faux. Étape 4", "obtenu : Serveur : QUIT"),
                answer("client", "does not detect a closed connection", "not message or ", "")
                        .is("faux. Étape 1", "obtenu : arrêté : il a inondé son écran"),
                answer("client", "accepts a typed quit in lower case only, then waits for the server", TURNS, """
                        def quit_exactly():
                            while True:
                                line = input()
                                client.send(b"quit" if line.lower() == "quit" else line.encode())
                                if line == "quit":
                                    over.set()

                        threading.Thread(target=quit_exactly, daemon=True).start()
                        receive()
                        print("Chat terminé.", flush=True)
                        import os
                        os._exit(0)
                        """)
                        .is("faux. Étape 3", "attendu : rien sur le réseau"),
                answer("client", "omits an accent", "Connecté au", "Connecte au")
                        .is("faux. Étape 1", "obtenu : Connecte au serveur de chat v2 !"));
    }
}
