import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;

/** Reçoit dans un thread pendant qu'un autre envoie : chacun écrit quand il veut. */
public class Client {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        // À COMPLÉTER 1 : se connecter, et afficher « Connecté au serveur de chat v2 ! »,
        // « Chat prêt ! (tapez 'quit' pour quitter) » et une ligne vide.

        // À COMPLÉTER 2 : lancer un thread qui envoie (send), et qui n'empêche pas le programme de se terminer ;
        // recevoir (receive) dans celui-ci.

        // À COMPLÉTER 3 : fermer la connexion, et afficher « Chat terminé. ».
    }

    private static void receive(Socket socket, AtomicBoolean leaving) {
        // À COMPLÉTER 4 : jusqu'à ce que l'autre ferme ou envoie quit, recevoir, et afficher une ligne vide, puis
        // « Serveur : » suivi du texte. Un caractère peut arriver en deux morceaux.

        // À COMPLÉTER 5 : si c'est l'autre qui part, et pas ce programme, afficher une ligne vide, puis
        // « Le serveur a quitté le chat. ».
    }

    private static void send(Socket socket, AtomicBoolean leaving) {
        // À COMPLÉTER 6 : jusqu'à la fin de la saisie ou à quit, lire une ligne du clavier et l'envoyer.

        // À COMPLÉTER 7 : noter dans leaving que ce programme part, envoyer quit, et fermer la connexion sans perdre
        // ce qui est encore en route, dans les deux sens.
    }
}
