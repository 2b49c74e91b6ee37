import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Locale;

/** Renvoie à un client chacun de ses messages en majuscules, jusqu'à ce qu'il ferme la connexion. */
public class UppercaseServer {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        // À COMPLÉTER 1 : mettre le serveur en écoute, sans rien afficher, et attendre un client.
        // [
        var serverSocket = new ServerSocket();
        serverSocket.bind(new InetSocketAddress(host, port));
        var clientSocket = serverSocket.accept();
        // ]

        // À COMPLÉTER 2 : jusqu'à ce que le client ferme, recevoir un message (une lecture, 1024 octets au plus),
        // afficher « Reçu : » suivi du texte, et renvoyer ce texte en majuscules.
        // [
        var buffer = new byte[1024];
        int length;
        while ((length = clientSocket.getInputStream().read(buffer)) != -1) {
            var message = new String(buffer, 0, length, UTF_8);
            System.out.println("Reçu : " + message);
            clientSocket.getOutputStream().write(message.toUpperCase(Locale.ROOT).getBytes(UTF_8));
        }
        // ]

        // À COMPLÉTER 3 : fermer les deux sockets.
        // [
        clientSocket.close();
        serverSocket.close();
        // ]
    }
}
