import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Demande, envoie, reçoit et affiche, à tour de rôle. */
public class Client {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));
        var keyboard = new BufferedReader(new InputStreamReader(System.in, UTF_8));

        // À COMPLÉTER 1 : se connecter, et afficher « Connecté au serveur de chat ! », puis
        // « Chat prêt ! (tapez 'quit' pour quitter) » et une ligne vide.
        // [
        var clientSocket = new Socket();
        clientSocket.connect(new InetSocketAddress(host, port));
        System.out.println("Connecté au serveur de chat !");
        System.out.println("Chat prêt ! (tapez 'quit' pour quitter)");
        System.out.println();
        // ]

        // À COMPLÉTER 2 : sans fin : demander un message ; à la fin de la saisie ou à quit, envoyer quit et sortir de
        // la boucle ; sinon l'envoyer et recevoir ; si le serveur est parti, afficher
        // « Le serveur a quitté le chat. » et sortir de la boucle ; sinon afficher « Serveur : » suivi du texte.
        // [
        var output = new PrintStream(clientSocket.getOutputStream(), true, UTF_8);
        while (true) {
            var message = ask(keyboard);
            if (message == null || message.equalsIgnoreCase("quit")) {
                output.print("quit");
                break;
            }
            output.print(message);

            var reply = receive(clientSocket);
            if (reply.isEmpty() || reply.equalsIgnoreCase("quit")) {
                System.out.println("Le serveur a quitté le chat.");
                break;
            }
            System.out.println("Serveur : " + reply);
        }
        // ]

        // À COMPLÉTER 3 : fermer la connexion, et afficher « Chat terminé. ».
        // [
        clientSocket.close();
        System.out.println("Chat terminé.");
        // ]
    }

    private static String receive(Socket socket) {
        // À COMPLÉTER 4 : lire une fois, 4096 octets au plus, et renvoyer le texte ; si l'autre a fermé la connexion,
        // ou si elle est rompue, renvoyer un texte vide.
        // [
        try {
            var buffer = new byte[4096];
            var length = socket.getInputStream().read(buffer);
            if (length != -1) {
                return new String(buffer, 0, length, UTF_8);
            }
        } catch (IOException e) {
            // Une connexion rompue compte comme une connexion fermée.
        }
        // ]
        return "";
    }

    private static String ask(BufferedReader keyboard) throws IOException {
        String line = null;
        // À COMPLÉTER 5 : afficher l'invite « Vous : » sans passer à la ligne (une espace la termine), et lire une
        // ligne du clavier dans line ; recommencer tant que la ligne est vide.
        // [
        do {
            System.out.print("Vous : ");
            line = keyboard.readLine();
        } while (line != null && line.isEmpty());
        // ]
        return line;
    }
}
