import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;

/** Reçoit des messages dont chacun est précédé de sa longueur, et les affiche, quelle que soit la découpe de TCP. */
public class LengthServer {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        // À COMPLÉTER 1 : mettre le serveur en écoute, sans rien afficher, et attendre un client.
        // [
        var serverSocket = new ServerSocket();
        serverSocket.bind(new InetSocketAddress(host, port));
        var clientSocket = serverSocket.accept();
        var stream = clientSocket.getInputStream();
        // ]

        // À COMPLÉTER 2 : jusqu'à ce que le client ferme, recevoir les 4 octets de la longueur, puis autant d'octets
        // qu'elle en annonce, et afficher « Message : » suivi du texte. Si le client ferme au milieu d'un message,
        // afficher « Message incomplet. ».
        // [
        byte[] header;
        while ((header = stream.readNBytes(4)).length > 0) {
            var length = header.length < 4 ? 1 : ByteBuffer.wrap(header).getInt();
            var message = stream.readNBytes(length);
            if (message.length < length) {
                System.out.println("Message incomplet.");
                break;
            }
            System.out.println("Message : " + new String(message, UTF_8));
        }
        // ]

        // À COMPLÉTER 3 : fermer les deux sockets.
        // [
        clientSocket.close();
        serverSocket.close();
        // ]
    }
}
