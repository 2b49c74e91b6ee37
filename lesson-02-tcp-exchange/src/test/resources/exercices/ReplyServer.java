import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Affiche le premier message d'un client et y répond. */
public class ReplyServer {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        // À COMPLÉTER 1 : mettre le serveur en écoute, annoncer « En attente d'un client... », et attendre un client.
        // [
        var serverSocket = new ServerSocket();
        serverSocket.bind(new InetSocketAddress(host, port));
        System.out.println("En attente d'un client...");
        var clientSocket = serverSocket.accept();
        // ]

        // À COMPLÉTER 2 : recevoir une fois, 1024 octets au plus, et afficher « Reçu : » suivi du texte. Si le client
        // a fermé sans rien envoyer, le texte est vide.
        // [
        var buffer = new byte[1024];
        var length = clientSocket.getInputStream().read(buffer);
        var message = length == -1 ? "" : new String(buffer, 0, length, UTF_8);
        System.out.println("Reçu : " + message);
        // ]

        // À COMPLÉTER 3 : répondre « Bien reçu, merci ! ».
        // [
        clientSocket.getOutputStream().write("Bien reçu, merci !".getBytes(UTF_8));
        // ]

        // À COMPLÉTER 4 : fermer les deux sockets.
        // [
        clientSocket.close();
        serverSocket.close();
        // ]
    }
}
