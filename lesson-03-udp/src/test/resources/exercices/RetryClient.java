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
        // [
        var clientSocket = new DatagramSocket();
        clientSocket.setSoTimeout(1000);
        // ]

        // À COMPLÉTER 2 : cinq fois au plus, envoyer « Hello UDP ! » et attendre la réponse. À la première réponse,
        // afficher « Réponse : » suivi du texte, et terminer.
        // [
        var message = "Hello UDP !".getBytes(UTF_8);
        for (var attempt = 1; attempt <= 5; attempt++) {
            clientSocket.send(new DatagramPacket(message, message.length, InetAddress.getByName(host), port));
            var datagram = new DatagramPacket(new byte[1024], 1024);
            try {
                clientSocket.receive(datagram);
                System.out.println("Réponse : " + new String(datagram.getData(), 0, datagram.getLength(), UTF_8));
                return;
            } catch (SocketTimeoutException e) {
                // Le datagramme ou sa réponse est perdu : essayer encore.
            }
        }
        // ]

        // À COMPLÉTER 3 : sans réponse, afficher « Pas de réponse après 5 essais. », et terminer avec le code 1.
        // [
        System.out.println("Pas de réponse après 5 essais.");
        System.exit(1);
        // ]
    }
}
