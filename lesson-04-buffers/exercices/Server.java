import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Reçoit en trois lectures de 10 octets au plus ce que le client envoie en une fois. */
public class Server {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        // À COMPLÉTER 1 : mettre le serveur en écoute, sans rien afficher, et attendre un client.

        // À COMPLÉTER 2 : trois fois, recevoir 10 octets au plus, et afficher « Chunk 1 : » (2, 3) suivi du texte. Si
        // le client a fermé et que tout est lu, le texte est vide.

        // À COMPLÉTER 3 : fermer les deux sockets.
    }
}
