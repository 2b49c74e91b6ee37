import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;

/** Affiche un datagramme et répond à son expéditeur. */
public class Server {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        // À COMPLÉTER 1 : créer un socket UDP lié à l'adresse (host, port), et annoncer « Serveur UDP en écoute... ».

        // À COMPLÉTER 2 : recevoir un datagramme, 1024 octets au plus.

        // À COMPLÉTER 3 : afficher « Message de ('127.0.0.1', 52314) : » suivi du texte, avec l'adresse de
        // l'expéditeur.

        // À COMPLÉTER 4 : envoyer « Message bien reçu ! » à l'expéditeur.

        // À COMPLÉTER 5 : fermer le socket.
    }
}
