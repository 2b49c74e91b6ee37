package socketcourse.lesson01;

import java.util.stream.Stream;
import socketcourse.testing.KeyCheck;

class WrongAnswersTest extends KeyCheck {

    @Override
    protected Stream<Variation> right() {
        return Stream.of(
                answer("server", "another notation of the address, and empty lines",
                        "reçue de {address}", "reçue de /{address[0]}:{address[1]}\\r\\n\\r\\n"),
                answer("server", "waits for the client to hang up first",
                        "client.close()", "client.recv(1)"),
                answer("client", "another order of the last two lines, and something on standard error",
                        "print(\"Connecté au serveur !\")\nclient.close()",
                        "client.close()\nprint(\"Connecté au serveur !\")\nprint(\"fini\", file=sys.stderr)"),
                answer("client", "says what is wrong without a server",
                        "client.connect((\"localhost\", int(sys.argv[1])))", """
                        try:
                            client.connect(("localhost", int(sys.argv[1])))
                        except ConnectionRefusedError:
                            sys.exit("Lancez d'abord le serveur.")"""));
    }

    @Override
    protected Stream<Variation> wrong() {
        return Stream.of(
                answer("server", "an accent is missing", "écoute", "ecoute"),
                answer("server", "another text", "Connexion reçue de", "Connexion de"),
                answer("server", "shows its own address", "{address}", "{server.getsockname()}"),
                answer("server", "shows the socket in the place of the address", "{address}", "{client}"),
                answer("server", "shows no port", "{address}", "{address[0]}"),
                answer("server", "listens on all interfaces", "\"localhost\"", "\"0.0.0.0\""),
                answer("server", "never listens", "server.listen()", "while True: pass"),
                answer("server", "listens on the wrong port", "(\"localhost\", port)", "(\"localhost\", 0)"),
                answer("server", "says that it listens when a client came",
                        "print(f\"Serveur en écoute sur le port {port}...\")\nclient, address = server.accept()",
                        "client, address = server.accept()\nprint(f\"Serveur en écoute sur le port {port}...\")"),
                answer("server", "accepts for ever", "client.close()", "server.accept()"),
                answer("server", "says hello", "client.close()", "client.send(b\"Bonjour\"); client.close()"),
                answer("server", "fails at the end", "client.close()", "client.close().close()"),
                answer("server", "floods the screen", "client.close()", "while True: print(address)"),
                answer("server", "starts processes", "client.close()", """
                        import os, time
                        for _ in range(100):
                            if os.fork() == 0:
                                time.sleep(1000)
                        time.sleep(1000)"""),
                answer("server", "leaves a daemon on its port that never says who came",
                        "client, address = server.accept()",
                        "import os\nif os.fork(): os._exit(0)\nos.setsid()\nprint = repr\n"
                                + "client, address = server.accept()"),
                answer("client", "does not connect",
                        "client.connect((\"localhost\", int(sys.argv[1])))\n", ""),
                answer("client", "an accent is missing", "Connecté", "Connecte"),
                answer("client", "says so before it is so",
                        "client.connect((\"localhost\", int(sys.argv[1])))\nprint(\"Connecté au serveur !\")",
                        "print(\"Connecté au serveur !\")\nclient.connect((\"localhost\", int(sys.argv[1])))"),
                answer("client", "says so whatever happens",
                        "client.connect((\"localhost\", int(sys.argv[1])))",
                        "try: client.connect((\"localhost\", int(sys.argv[1])))\nexcept OSError: pass"),
                answer("client", "does not hang up", "client.close()", "sys.stdin.read()"),
                answer("client", "sends something", "client.close()", "client.send(b\"\\n\")"));
    }
}
