package socketcourse.lesson02;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The server of "Serveur qui répond au client": shows the first message of one client and answers it. */
public final class ReplyServer {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        try (var serverSocket = new ServerSocket()) {
            serverSocket.bind(new InetSocketAddress(host, port));
            System.out.println("En attente d'un client...");

            try (var clientSocket = serverSocket.accept()) {
                // One receive: what has arrived, at most 1024 bytes; -1 when the client closed without a word.
                var buffer = new byte[1024];
                var length = Math.max(0, clientSocket.getInputStream().read(buffer));
                System.out.println("Reçu : " + new String(buffer, 0, length, UTF_8));

                clientSocket.getOutputStream().write("Bien reçu, merci !".getBytes(UTF_8));
            }
        }
    }
}
