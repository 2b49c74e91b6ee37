import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Affiche le premier message d'un client et y répond. */
public class ReplyServer {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        // À COMPLÉTER 1 : mettre le serveur en écoute, annoncer « En attente d'un client... », et attendre un client.

        // À COMPLÉTER 2 : recevoir une fois, 1024 octets au plus, et afficher « Reçu : » suivi du texte. Si le client
        // a fermé sans rien envoyer, le texte est vide.

        // À COMPLÉTER 3 : répondre « Bien reçu, merci ! ».

        // À COMPLÉTER 4 : fermer les deux sockets.
    }
}
