import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Envoie un message et ferme la connexion. */
public class Client {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        // À COMPLÉTER 1 : se connecter au serveur.
        // [
        var clientSocket = new Socket();
        clientSocket.connect(new InetSocketAddress(host, port));
        // ]

        // À COMPLÉTER 2 : encoder « Salut le serveur ! », et envoyer ces octets.
        // [
        clientSocket.getOutputStream().write("Salut le serveur !".getBytes(UTF_8));
        // ]

        // À COMPLÉTER 3 : fermer la connexion.
        // [
        clientSocket.close();
        // ]
    }
}
