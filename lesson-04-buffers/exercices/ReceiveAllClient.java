import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;

/** Envoie un long message et ferme la connexion, ce qui en marque la fin. */
public class ReceiveAllClient {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));
        var size = Integer.parseInt(System.getProperty("size", "1000000"));

        // À COMPLÉTER 1 : se connecter au serveur.

        // À COMPLÉTER 2 : envoyer size octets, qui sont tous des « A ».

        // À COMPLÉTER 3 : fermer la connexion.
    }
}
