import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;

/** Transmet chaque message d'un client à tous les autres, avec un thread par client. */
public class ManyServer {

    private static final Set<Socket> CLIENTS = new HashSet<>();

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        // À COMPLÉTER 1 : mettre le serveur en écoute, sans rien afficher.

        // À COMPLÉTER 2 : sans fin, attendre un client, et lancer un thread qui le sert (serve).
    }

    private static void serve(Socket client) {
        var address = "('" + client.getInetAddress().getHostAddress() + "', " + client.getPort() + ")";
        // À COMPLÉTER 3 : ajouter le client à CLIENTS, et afficher
        // « Connexion : ('127.0.0.1', 52314) — 2 client(s) ». Plusieurs threads le font en même temps.

        // À COMPLÉTER 4 : jusqu'à ce que le client ferme, envoie quit ou disparaisse, recevoir un message (une
        // lecture, 1024 octets au plus), et le transmettre aux autres (forward).

        // À COMPLÉTER 5 : retirer le client de CLIENTS, et afficher « Départ : ('127.0.0.1', 52314) — 1 client(s) ».
    }

    private static void forward(String message, Socket sender) {
        // À COMPLÉTER 6 : envoyer le message à chaque client, sauf à son expéditeur. Un client qui vient de
        // disparaître ne gêne pas les autres.
    }
}
