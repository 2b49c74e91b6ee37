import java.io.IOException;
import socketcourse.websockets.WebSockets;

/** Envoie deux textes sur une seule connexion, et affiche la réponse à chacun. */
public class EchoClient {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "8765"));

        // À COMPLÉTER 1 : se connecter au serveur.

        // À COMPLÉTER 2 : envoyer « Bonjour ! », et afficher « Réponse : » suivi de la réponse.

        // À COMPLÉTER 3 : de même, avec « Comment ça va ? », sur la même connexion.

        // À COMPLÉTER 4 : fermer la connexion.
    }
}
