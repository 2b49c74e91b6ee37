import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Se connecte au serveur du chat. */
public class SetupClient {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        // À COMPLÉTER 1 : se connecter au serveur, et afficher « Connecté au serveur de chat ! ».

        // À COMPLÉTER 2 : afficher « Chat prêt ! Tapez vos messages (tapez 'quit' pour quitter). », puis une ligne
        // vide.

        // À COMPLÉTER 3 : fermer la connexion.
    }
}
