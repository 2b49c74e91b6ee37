package socketcourse.lesson02;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Le client de « Serveur qui répond au client » : envoie un message et affiche la réponse. */
public final class ReplyClient {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        try (var clientSocket = new Socket()) {
            clientSocket.connect(new InetSocketAddress(host, port));
            clientSocket.getOutputStream().write("Salut le serveur !".getBytes(UTF_8));

            // Une lecture, 1024 octets au plus ; -1 : le serveur a fermé sans rien envoyer.
            var buffer = new byte[1024];
            var length = clientSocket.getInputStream().read(buffer);
            var reply = length == -1 ? "" : new String(buffer, 0, length, UTF_8);
            System.out.println("Réponse du serveur : " + reply);
        }
    }
}
