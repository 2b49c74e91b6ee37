import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Se connecte au serveur et ferme la connexion. */
public class Client {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        // À COMPLÉTER 1 : créer le socket du client.

        // À COMPLÉTER 2 : se connecter au serveur (host, port), puis afficher « Connecté au serveur ! ».

        // À COMPLÉTER 3 : fermer la connexion.
    }
}
