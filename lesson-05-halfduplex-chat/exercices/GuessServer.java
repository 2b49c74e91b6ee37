import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Random;

/** Choisit un nombre, et dit au joueur s'il est plus grand ou plus petit que chacune de ses propositions. */
public class GuessServer {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        // À COMPLÉTER 1 : choisir un nombre au hasard, de 1 à 100.

        // À COMPLÉTER 2 : mettre le serveur en écoute, annoncer « En attente d'un joueur... », et attendre un client.

        // À COMPLÉTER 3 : à chaque message, jusqu'à gagné ou jusqu'au départ du joueur, répondre par reply.

        // À COMPLÉTER 4 : fermer les deux sockets.
    }

    private static String reply(String message, int secret) {
        // À COMPLÉTER 5 : renvoyer plus, moins ou gagné si le message est un nombre de 1 à 100.
        return "un nombre de 1 à 100 !";
    }
}
