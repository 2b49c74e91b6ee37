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
        // [
        var clientSocket = new Socket();
        clientSocket.connect(new InetSocketAddress(host, port));
        clientSocket.getOutputStream().write("Salut le serveur !".getBytes(UTF_8));
        // ]

        // À COMPLÉTER 2 : recevoir la réponse, 1024 octets au plus, et afficher « Réponse du serveur : » suivi du
        // texte. Si le serveur a fermé sans rien envoyer, le texte est vide.
        // [
        var buffer = new byte[1024];
        var length = clientSocket.getInputStream().read(buffer);
        var reply = length == -1 ? "" : new String(buffer, 0, length, UTF_8);
        System.out.println("Réponse du serveur : " + reply);
        // ]

        // À COMPLÉTER 3 : fermer la connexion.
        // [
        clientSocket.close();
        // ]
    }
}
