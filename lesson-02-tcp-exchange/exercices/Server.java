import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Affiche le premier message d'un client. */
public class Server {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        // À COMPLÉTER 1 : mettre le serveur en écoute, et annoncer « Serveur en écoute sur le port 9999... ».

        // À COMPLÉTER 2 : attendre un client, et afficher « Connexion de ('127.0.0.1', 52314) ».

        // À COMPLÉTER 3 : recevoir une fois, 1024 octets au plus.

        // À COMPLÉTER 4 : décoder les octets reçus, et afficher « Message reçu : » suivi du texte. Si le client a
        // fermé sans rien envoyer, le texte est vide.

        // À COMPLÉTER 5 : fermer les deux sockets.
    }
}
