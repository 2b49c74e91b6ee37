package socketcourse.lesson04;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Le serveur de « Que se passe-t-il si le message est plus grand que le buffer ? » : reçoit en trois lectures de 10
 * octets au plus ce que le client envoie en une fois.
 */
public final class Server {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        try (var serverSocket = new ServerSocket()) {
            serverSocket.bind(new InetSocketAddress(host, port));

            try (var clientSocket = serverSocket.accept()) {
                var buffer = new byte[10];
                for (var number = 1; number <= 3; number++) {
                    // Ce qui dépasse attend dans le tampon du socket jusqu'à la lecture suivante.
                    var length = clientSocket.getInputStream().read(buffer);
                    // -1 : le client a fermé et tout est lu.
                    var chunk = length == -1 ? "" : new String(buffer, 0, length, UTF_8);
                    System.out.println("Chunk " + number + " : " + chunk);
                }
            }
        }
    }
}
