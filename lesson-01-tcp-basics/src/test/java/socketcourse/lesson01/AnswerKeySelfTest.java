package socketcourse.lesson01;

import java.util.stream.Stream;
import socketcourse.testing.suite.AnswerKeySelfTests;

class AnswerKeySelfTest extends AnswerKeySelfTests {

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
                answer("server", "an accent is missing", "écoute", "ecoute")
                        .is("faux. Étape 1", "obtenu : Serveur en ecoute sur le port"),
                answer("server", "another text", "Connexion reçue de", "Connexion de")
                        .is("faux. Étape 1", "obtenu : Connexion de ('127.0.0.1',"),
                answer("server", "shows its own address", "{address}", "{server.getsockname()}")
                        .is("faux. Étape 2", "obtenu : Connexion reçue de ('127.0.0.1',"),
                answer("server", "shows the socket in the place of the address", "{address}", "{client}")
                        .is("faux. Étape 1", "obtenu : Connexion reçue de <socket.socket fd=4, family=2, type=1, pr"),
                answer("server", "shows no port", "{address}", "{address[0]}")
                        .is("faux. Étape 1", "obtenu : Connexion reçue de 127.0.0.1"),
                answer("server", "listens on all interfaces", "\"localhost\"", "\"0.0.0.0\"")
                        .is("faux. Étape 1", "attendu : server écoute sur localhost, pour cette machine seulement"),
                answer("server", "never listens", "server.listen()", "while True: pass")
                        .is("trop long. Étape 1", "attendu : server écoute sur le port"),
                answer("server", "listens on the wrong port", "(\"localhost\", port)", "(\"localhost\", 0)")
                        .is("trop long. Étape 1", "attendu : server écoute sur le port"),
                answer("server", "says that it listens when a client came",
                        "print(f\"Serveur en écoute sur le port {port}...\")\nclient, address = server.accept()",
                        "client, address = server.accept()\nprint(f\"Serveur en écoute sur le port {port}...\")")
                        .is("trop long. Étape 1", "attendu : Serveur en écoute sur le port"),
                answer("server", "accepts for ever", "client.close()", "server.accept()")
                        .is("trop long. Étape 1", "attendu : server se termine"),
                answer("server", "says hello", "client.close()", "client.send(b\"Bonjour\"); client.close()")
                        .is("faux. Étape 2", "obtenu : Bonjour"),
                answer("server", "fails at the end", "client.close()", "client.close().close()")
                        .is("faux. Étape 1", "obtenu : server s'arrête avec le code 1 : AttributeError: 'NoneType' "),
                answer("server", "ends with the status of a shell without the command",
                        "client.close()", "sys.exit(127)")
                        .is("faux. Étape 1", "code 127"),
                answer("server", "floods the screen", "client.close()", "while True: print(address)")
                        .is("faux. Étape 1", "obtenu : l'écran inondé : plus de"),
                answer("server", "starts processes", "client.close()", """
                        import os, time
                        for _ in range(100):
                            if os.fork() == 0:
                                time.sleep(1000)
                        time.sleep(1000)""")
                        .is("faux. Étape 1", "obtenu : plus de 50 processus lancés"),
                answer("server", "leaves a daemon on its port that never says who came",
                        "client, address = server.accept()",
                        "import os\nif os.fork(): os._exit(0)\nos.setsid()\nprint = repr\n"
                                + "client, address = server.accept()")
                        .is("faux. Étape 1", "attendu : Connexion reçue de <adresse>"),
                answer("client", "does not connect",
                        "client.connect((\"localhost\", int(sys.argv[1])))\n", "")
                        .is("faux. Étape 1", "attendu : client se connecte au port"),
                answer("client", "an accent is missing", "Connecté", "Connecte")
                        .is("faux. Étape 1", "obtenu : Connecte au serveur !"),
                answer("client", "says so before it is so",
                        "client.connect((\"localhost\", int(sys.argv[1])))\nprint(\"Connecté au serveur !\")",
                        "print(\"Connecté au serveur !\")\nclient.connect((\"localhost\", int(sys.argv[1])))")
                        .is("faux. Étape 3", "attendu : l'écran sans « Connecté au serveur ! »"),
                answer("client", "says so whatever happens",
                        "client.connect((\"localhost\", int(sys.argv[1])))",
                        "try: client.connect((\"localhost\", int(sys.argv[1])))\nexcept OSError: pass")
                        .is("faux. Étape 3", "attendu : l'écran sans « Connecté au serveur ! »"),
                answer("client", "does not hang up", "client.close()", "sys.stdin.read()")
                        .is("trop long. Étape 1", "attendu : client ferme la connexion"),
                answer("client", "sends something", "client.close()", "client.send(b\"\\n\")")
                        .is("faux. Étape 1", "obtenu : \\n"));
    }
}
