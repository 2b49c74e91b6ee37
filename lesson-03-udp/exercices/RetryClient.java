import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;

/** Envoie un datagramme, et l'envoie de nouveau tant que la réponse n'arrive pas : cinq fois au plus. */
public class RetryClient {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        // À COMPLÉTER 1 : créer un socket UDP qui attend une réponse 1 s au plus.

        // À COMPLÉTER 2 : cinq fois au plus, envoyer « Hello UDP ! » et attendre la réponse. À la première réponse,
        // afficher « Réponse : » suivi du texte, et terminer.

        // À COMPLÉTER 3 : sans réponse, afficher « Pas de réponse après 5 essais. », et terminer avec le code 1.
    }
}
