import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;

/** Reçoit dans un thread pendant qu'un autre envoie : chacun écrit quand il veut. */
public class Server {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        // À COMPLÉTER 1 : mettre en écoute un serveur qui peut redémarrer aussitôt, attendre un client, et afficher
        // « Serveur de chat v2 démarré. En attente d'un client... », « Client connecté : ('127.0.0.1', 52314) »,
        // « Chat prêt ! (tapez 'quit' pour quitter) » et une ligne vide, chaque ligne au bon moment.

        // À COMPLÉTER 2 : lancer un thread qui envoie (send), et qui n'empêche pas le programme de se terminer ;
        // recevoir (receive) dans celui-ci.

        // À COMPLÉTER 3 : fermer les deux sockets, et afficher « Chat terminé. ».
    }

    private static void receive(Socket socket, AtomicBoolean leaving) {
        // À COMPLÉTER 4 : jusqu'à ce que l'autre ferme ou envoie quit, recevoir, et afficher une ligne vide, puis
        // « Client : » suivi du texte. Un caractère peut arriver en deux morceaux.

        // À COMPLÉTER 5 : si c'est l'autre qui part, et pas ce programme, afficher une ligne vide, puis
        // « Le client s'est déconnecté. ».
    }

    private static void send(Socket socket, AtomicBoolean leaving) {
        // À COMPLÉTER 6 : jusqu'à la fin de la saisie ou à quit, lire une ligne du clavier et l'envoyer.

        // À COMPLÉTER 7 : noter dans leaving que ce programme part, envoyer quit, et fermer la connexion sans perdre
        // ce qui est encore en route, dans les deux sens.
    }
}
