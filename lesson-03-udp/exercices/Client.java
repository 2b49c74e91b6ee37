import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

/** Envoie un datagramme et affiche la réponse, qu'il attend 2 s. */
public class Client {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        // À COMPLÉTER 1 : créer un socket UDP.

        // À COMPLÉTER 2 : envoyer « Hello UDP ! » au serveur (host, port), en un datagramme.

        // À COMPLÉTER 3 : limiter l'attente à 2 s.

        // À COMPLÉTER 4 : recevoir la réponse, 1024 octets au plus, et afficher « Réponse : » suivi du texte.

        // À COMPLÉTER 5 : fermer le socket.
    }
}
