package socketcourse.lesson01;

import java.util.stream.Stream;
import socketcourse.testing.suite.AnswerKeySelfTests;

class AnswerKeySelfTest extends AnswerKeySelfTests {

    @Override
    protected Stream<Variation> right() {
        return Stream.of(
                answer("server", "writes the address in another notation and prints empty lines",
                        "reçue de {address}", "reçue de /{address[0]}:{address[1]}\\r\\n\\r\\n"),
                answer("server", "waits until the client closes the connection",
                        "client.close()", "client.recv(1)"),
                answer("client", "closes before it prints and writes to stderr",
                        "print(\"Connecté au serveur !\")\nclient.close()",
                        "client.close()\nprint(\"Connecté au serveur !\")\nprint(\"fini\", file=sys.stderr)"),
                answer("client", "prints an error message without a server",
                        "client.connect((\"localhost\", int(sys.argv[1])))", """
                        try:
                            client.connect(("localhost", int(sys.argv[1])))
                        except ConnectionRefusedError:
                            sys.exit("Lancez d'abord le serveur.")"""));
    }

    @Override
    protected Stream<Variation> wrong() {
        return Stream.of(
                answer("server", "omits an accent", "écoute", "ecoute")
                        .is("faux. Étape 2", "obtenu : Serveur en ecoute sur le port"),
                answer("server", "prints another text", "Connexion reçue de", "Connexion de")
                        .is("faux. Étape 2", "obtenu : Connexion de ('127.0.0.1',"),
                answer("server", "prints its own address", "{address}", "{server.getsockname()}")
                        .is("faux. Étape 3", "obtenu : Connexion reçue de ('127.0.0.1',"),
                answer("server", "prints the socket instead of the address", "{address}", "{client}")
                        .is("faux. Étape 2", "obtenu : Connexion reçue de <socket.socket fd=4, family=2, type=1, pr"),
                answer("server", "prints other words around the address", "{address}",
                        "mon client {address[0]} sur le port {address[1]} : bienvenue")
                        .is("faux. Étape 2", "obtenu : Connexion reçue de mon client 127.0.0.1 sur le port")
                        .hinting("L'adresse du client, par exemple ('127.0.0.1', 52314), peut s'écrire autrement."),
                answer("server", "prints the address without the port", "{address}", "{address[0]}")
                        .is("faux. Étape 2", "obtenu : Connexion reçue de 127.0.0.1"),
                answer("server", "listens on all interfaces", "\"localhost\"", "\"0.0.0.0\"")
                        .is("faux. Étape 1", "obtenu : il écoute sur toutes ses adresses"),
                answer("server", "listens on another loopback address", "\"localhost\"", "\"127.0.1.1\"")
                        .is("faux. Étape 1", "obtenu : il écoute sur 127.0.1.1 et non sur localhost")
                        .hinting("À changer : server.bind((\"localhost\", port))"),
                answer("server", "listens on the IPv6 loopback address only",
                        "socket.AF_INET, socket.SOCK_STREAM)\nserver.bind((\"localhost\"",
                        "socket.AF_INET6, socket.SOCK_STREAM)\nserver.bind((\"::1\"")
                        .is("faux. Étape 1", "obtenu : il écoute sur ::1 et non sur localhost"),
                answer("server", "uses a UDP socket on the port", "server.listen()",
                        "server.close()\nserver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
                                + "server.bind((\"localhost\", port))\nserver.recvfrom(1)")
                        .is("faux. Étape 1", "obtenu : c'est un socket UDP"),
                answer("server", "never listens", "server.listen()", "while True: pass")
                        .is("bloqué. Étape 1", "obtenu : il n'écoute pas sur ce port"),
                answer("server", "listens on the wrong port", "(\"localhost\", port)", "(\"localhost\", 0)")
                        .is("bloqué. Étape 1", "obtenu : il écoute sur le port "),
                answer("server", "prints its first line after accept",
                        "print(f\"Serveur en écoute sur le port {port}...\")\nclient, address = server.accept()",
                        "client, address = server.accept()\nprint(f\"Serveur en écoute sur le port {port}...\")")
                        .is("bloqué. Étape 2", "attendu : Serveur en écoute sur le port"),
                answer("server", "waits for a second client", "client.close()", "server.accept()")
                        .is("bloqué. Étape 2", "attendu : server se termine"),
                answer("server", "sends a greeting", "client.close()", "client.send(b\"Bonjour\"); client.close()")
                        .is("faux. Étape 3", "obtenu : Bonjour"),
                answer("server", "fails after its last line", "client.close()", "client.close().close()")
                        .is("faux. Étape 2", "obtenu : server s'arrête avec le code 1 : AttributeError: 'NoneType' "),
                answer("server", "exits with 127, the status of a shell that finds no command",
                        "client.close()", "sys.exit(127)")
                        .is("faux. Étape 2", "code 127"),
                answer("server", "prints without end", "client.close()", "while True: print(address)")
                        .is("faux. Étape 2", "obtenu : arrêté : il a inondé son écran"),
                answer("server", "starts a hundred processes", "client.close()", """
                        import os, time
                        for _ in range(100):
                            if os.fork() == 0:
                                time.sleep(1000)
                        time.sleep(1000)""")
                        .is("faux. Étape 2", "obtenu : arrêté : il a lancé plus de 50 processus"),
                answer("server", "leaves a silent daemon on its port",
                        "client, address = server.accept()",
                        "import os, signal\nsignal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
                                + "if os.fork(): os._exit(0)\nprint = repr\n"
                                + "client, address = server.accept()")
                        .is("faux. Étape 2", "attendu : Connexion reçue de ('127.0.0.1', 52314)"),
                answer("client", "does not connect",
                        "client.connect((\"localhost\", int(sys.argv[1])))\n", "")
                        .is("faux. Étape 1", "attendu : client se connecte au port"),
                answer("client", "omits an accent", "Connecté", "Connecte")
                        .is("faux. Étape 1", "obtenu : Connecte au serveur !"),
                answer("client", "prints its line before it connects",
                        "client.connect((\"localhost\", int(sys.argv[1])))\nprint(\"Connecté au serveur !\")",
                        "print(\"Connecté au serveur !\")\nclient.connect((\"localhost\", int(sys.argv[1])))")
                        .is("faux. Étape 3", "attendu : l'écran sans « Connecté au serveur ! »"),
                answer("client", "prints its line even if connect fails",
                        "client.connect((\"localhost\", int(sys.argv[1])))",
                        "try: client.connect((\"localhost\", int(sys.argv[1])))\nexcept OSError: pass")
                        .is("faux. Étape 3", "attendu : l'écran sans « Connecté au serveur ! »"),
                answer("client", "does not close the connection", "client.close()", "sys.stdin.read()")
                        .is("bloqué. Étape 1", "attendu : client ferme la connexion"),
                answer("client", "sends a newline", "client.close()", "client.send(b\"\\n\")")
                        .is("faux. Étape 1", "obtenu : \\n"));
    }
}
