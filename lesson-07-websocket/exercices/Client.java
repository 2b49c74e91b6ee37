import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Scanner;
import socketcourse.websockets.ClientConnection;
import socketcourse.websockets.WebSockets;

/** Envoie ce qui est tapé, et affiche ce qui arrive pendant ce temps. */
public class Client {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "8765"));

        // À COMPLÉTER 1 : se connecter, et afficher « Connecté au chat. Tapez vos messages. ».

        // À COMPLÉTER 2 : lancer un thread qui envoie (send), et qui n'empêche pas le programme de se terminer ;
        // recevoir (receive) dans celui-ci.
    }

    private static void receive(ClientConnection websocket) throws IOException {
        // À COMPLÉTER 3 : pour chaque message reçu, afficher une ligne vide, puis « [Message reçu] » suivi du texte.
    }

    private static void send(ClientConnection websocket) {
        var keyboard = new Scanner(System.in, UTF_8);
        // À COMPLÉTER 4 : afficher l'invite « Vous : » sans passer à la ligne (une espace la termine), lire une ligne
        // et l'envoyer ; recommencer jusqu'à la fin de la saisie ou à quit, puis fermer la connexion.
    }
}
