import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Reçoit, affiche, demande et envoie, à tour de rôle. */
public class Server {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));
        var keyboard = new BufferedReader(new InputStreamReader(System.in, UTF_8));

        // À COMPLÉTER 1 : comme SetupServer : un socket qui peut redémarrer aussitôt, en écoute, et ses deux
        // premières lignes, puis « Chat prêt ! (tapez 'quit' pour quitter) » et une ligne vide.

        // À COMPLÉTER 2 : sans fin : recevoir ; si le client est parti, afficher « Le client a quitté le chat. » et
        // sortir de la boucle ; sinon afficher « Client : » suivi du texte ; demander la réponse ; à la fin de la
        // saisie ou à quit, envoyer quit et sortir de la boucle ; sinon envoyer la réponse.

        // À COMPLÉTER 3 : fermer les deux sockets, et afficher « Chat terminé. ».
    }

    private static String receive(Socket socket) {
        // À COMPLÉTER 4 : lire une fois, 4096 octets au plus, et renvoyer le texte ; si l'autre a fermé la connexion,
        // ou si elle est rompue, renvoyer un texte vide.
        return "";
    }

    private static String ask(BufferedReader keyboard) throws IOException {
        String line = null;
        // À COMPLÉTER 5 : afficher l'invite « Vous : » sans passer à la ligne (une espace la termine), et lire une
        // ligne du clavier dans line ; recommencer tant que la ligne est vide.
        return line;
    }
}
