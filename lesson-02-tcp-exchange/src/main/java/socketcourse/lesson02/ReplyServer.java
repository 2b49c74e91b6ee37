package socketcourse.lesson02;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Le serveur de « Serveur qui répond au client » : affiche le premier message d'un client et y répond. */
public final class ReplyServer {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        try (var serverSocket = new ServerSocket()) {
            serverSocket.bind(new InetSocketAddress(host, port));
            System.out.println("En attente d'un client...");

            try (var clientSocket = serverSocket.accept()) {
                // Une lecture, 1024 octets au plus ; -1 : le client a fermé sans rien envoyer.
                var buffer = new byte[1024];
                var length = clientSocket.getInputStream().read(buffer);
                var message = length == -1 ? "" : new String(buffer, 0, length, UTF_8);
                System.out.println("Reçu : " + message);

                clientSocket.getOutputStream().write("Bien reçu, merci !".getBytes(UTF_8));
            }
        }
    }
}
