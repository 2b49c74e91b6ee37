import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Envoie un message et affiche la réponse. */
public class ReplyClient {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        // À COMPLÉTER 1 : se connecter au serveur, et lui envoyer « Salut le serveur ! ».

        // À COMPLÉTER 2 : recevoir la réponse, 1024 octets au plus, et afficher « Réponse du serveur : » suivi du
        // texte. Si le serveur a fermé sans rien envoyer, le texte est vide.

        // À COMPLÉTER 3 : fermer la connexion.
    }
}
