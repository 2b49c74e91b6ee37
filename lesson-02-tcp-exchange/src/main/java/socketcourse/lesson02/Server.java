package socketcourse.lesson02;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The server of "Serveur qui reçoit un message": shows the first message of one client. */
public final class Server {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        try (var serverSocket = new ServerSocket()) {
            serverSocket.bind(new InetSocketAddress(host, port));
            System.out.println("Serveur en écoute sur le port " + serverSocket.getLocalPort() + "...");

            try (var clientSocket = serverSocket.accept()) {
                System.out.printf("Connexion de ('%s', %s)%n",
                        clientSocket.getInetAddress().getHostAddress(), clientSocket.getPort());

                // One receive: what has arrived, at most 1024 bytes; -1 when the client closed without a word.
                var buffer = new byte[1024];
                var length = Math.max(0, clientSocket.getInputStream().read(buffer));
                // Bytes came, a text is shown: decode.
                System.out.println("Message reçu : " + new String(buffer, 0, length, UTF_8));
            }
        }
    }
}
