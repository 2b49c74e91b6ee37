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
                answer("server", "another notation of the address", "{address}", "{address[0]}:{address[1]}"),
                answer("server", "leaves blanks at the end of a line", "est déconnecté.", "est déconnecté. "),
                answer("client", "writes an accent apart from its letter", "quitté le chat.", "quitte\u0301 le chat."),
                answer("server", "closes in its sending thread while the other one receives",
                        QUIT, CLOSE_WITHOUT_FIN),
                answer("client", "closes in its sending thread while the other one receives",
                        QUIT, CLOSE_WITHOUT_FIN),
                answer("server", "ends by itself, whatever waits for the keyboard",
                        "            print(\"\\nLe client s'est déconnecté.\")\n            over.set()",
                        "            print(\"\\nLe client s'est déconnecté.\\nChat terminé.\")\n"
                                + "            import os; os._exit(0)"),
                answer("server", "notices at the keyboard that nobody listens any more",
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
                answer("server", "looks four times a second whether the chat is over",
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
                answer("client", "with select in the place of a thread", TURNS, """
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
                                    line = os.read(0, 4096).rstrip()
                                    client.send(b"quit" if line.lower() == b"quit" else line)
                                    if line.lower() == b"quit":
                                        over.set()
                        """));
    }

    @Override
    protected Stream<Variation> wrong() {
        return Stream.of(
                answer("server", "takes turns, in two threads", TURNS, """
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
                        .is("trop long. Étape 1", "obtenu : rien, la connexion reste ouverte"),
                answer("server", "shows the bytes", "{message}", "{message.encode()}")
                        .is("faux. Étape 1", "obtenu : Client :"),
                answer("server", "reads 64 bytes", "recv(4096)", "recv(64)")
                        .is("faux. Étape 1", "attendu : …"),
                answer("server", "shows no end", "print(\"Chat terminé.\")", "")
                        .is("faux. Étape 1", "attendu : Chat terminé."),
                answer("server", "quits in lower case only", "message.lower()", "message")
                        .is("faux. Étape 3", "attendu : quit ; obtenu : QuIt"),
                answer("server", "sends quit as it is typed", "b\"quit\"", "message.encode()")
                        .is("faux. Étape 3", "attendu : quit ; obtenu : QuIt"),
                answer("server", "sends quit, and does not stop", "            over.set()\n        else",
                        "            pass\n        else")
                        .is("trop long. Étape 2", "attendu : server se termine"),
                answer("server", "takes any text with quit in it for it", "message.lower() == \"quit\"",
                        "\"quit\" in message.lower()")
                        .is("faux. Étape 1", "obtenu : quit"),
                answer("server", "never sees that the client is gone", "if not message:", "if message is None:")
                        .is("faux. Étape 1", "obtenu : l'écran inondé : plus de"),
                answer("server", "does not say that the client is gone", "print(\"\\nLe client s'est déconnecté.\")",
                        "pass")
                        .is("faux. Étape 1", "attendu : Le client s'est déconnecté."),
                answer("server", "says it like version 1",
                        "Le client s'est déconnecté.", "Le client a quitté le chat.")
                        .is("faux. Étape 1", "obtenu : Le client a quitté le chat."),
                answer("server", "sends a newline", "client.send(message.encode())",
                        "client.send((message + '\\n').encode())")
                        .is("faux. Étape 1", "obtenu : "),
                answer("server", "has the prompt of version 1", "input()", "input(\"Vous : \")")
                        .is("faux. Étape 1", "obtenu : Vous :"),
                answer("server", "hangs when the client is gone",
                        "déconnecté.\")\n            over.set()", "déconnecté.\")")
                        .is("faux. Étape 1", "obtenu : l'écran inondé : plus de"),
                answer("server", "leaves without sending quit", "            client.send(b\"quit\")\n", "")
                        .is("faux. Étape 3", "attendu : quit"),
                answer("server", "listens on all interfaces", "\"localhost\"", "\"\"")
                        .is("faux. Étape 1", "attendu : server écoute sur localhost, pour cette machine seulement"),
                answer("client", "takes turns: receives, then asks", TURNS, """
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
                        .is("trop long. Étape 1", "attendu : « quitte"),
                answer("client", "takes turns: asks, then receives", TURNS, """
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
                        .is("trop long. Étape 1", "attendu : Serveur :"),
                answer("client", "reads 64 bytes", "recv(4096)", "recv(64)")
                        .is("faux. Étape 1", "attendu : …"),
                answer("client", "shows no end", "print(\"Chat terminé.\")", "")
                        .is("faux. Étape 1", "attendu : Chat terminé."),
                answer("client", "quits in lower case only when it comes",
                        "message.lower() == \"quit\":\n            print",
                        "message == \"quit\":\n            print")
                        .is("faux. Étape 4", "attendu : Le serveur a quitté le chat."),
                answer("client", "takes a word that begins with quit for it",
                        "message.lower() == \"quit\":\n            client",
                        "message.lower().startswith(\"quit\"):\n            client")
                        .is("faux. Étape 1", "obtenu : quit"),
                answer("client", "takes any text with quit in it for it when it comes",
                        "not message or message.lower() == \"quit\"", "not message or \"quit\" in message.lower()")
                        .is("faux. Étape 1", "obtenu : Le serveur a quitté le chat."),
                answer("client", "shows a quit that comes as a message", "not message or message.lower() == \"quit\"",
                        "not message")
                        .is("faux. Étape 4", "obtenu : Serveur : QUIT"),
                answer("client", "never sees that the server is gone", "not message or ", "")
                        .is("faux. Étape 1", "obtenu : l'écran inondé : plus de"),
                answer("client", "quits in lower case only when it is typed, and ends with its peer", TURNS, """
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
                        .is("faux. Étape 3", "attendu : rien sur le fil"),
                answer("client", "an accent is missing", "Connecté au", "Connecte au")
                        .is("faux. Étape 1", "obtenu : Connecte au serveur de chat v2 !"));
    }
}
