import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Attend un client, affiche son adresse et ferme la connexion. */
public class Server {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        // À COMPLÉTER 1 : créer le socket du serveur.

        // À COMPLÉTER 2 : lui donner l'adresse (host, port), et annoncer « Serveur en écoute sur le port 9999... ».

        // À COMPLÉTER 3 : attendre un client.

        // À COMPLÉTER 4 : afficher « Connexion reçue de ('127.0.0.1', 52314) », avec l'adresse et le port du client.

        // À COMPLÉTER 5 : fermer les deux sockets.
    }
}
