import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Reçoit jusqu'à ce que le client ferme la connexion, puis affiche le nombre d'octets et de lectures. */
public class ReceiveAllServer {

    /** Le nombre de lectures de receiveAll. */
    private static int reads;

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));
        var bufferSize = Integer.parseInt(System.getProperty("buffer", "1024"));

        // À COMPLÉTER 1 : mettre le serveur en écoute, sans rien afficher, et attendre un client.

        // À COMPLÉTER 2 : recevoir tout le message avec receiveAll, et afficher
        // « Message complet : 1000000 octets en 245 lectures », avec les vrais nombres.

        // À COMPLÉTER 3 : fermer les deux sockets.
    }

    private static byte[] receiveAll(InputStream stream, int bufferSize) throws IOException {
        var message = new ByteArrayOutputStream();
        // À COMPLÉTER 4 : jusqu'à la fermeture, lire bufferSize octets au plus, les ajouter à message, et compter les
        // lectures dans reads.
        return message.toByteArray();
    }
}
