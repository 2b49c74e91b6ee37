package socketcourse.lesson02;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Le serveur de « Serveur qui reçoit un message » : affiche le premier message d'un client. */
public final class Server {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        try (var serverSocket = new ServerSocket()) {
            serverSocket.bind(new InetSocketAddress(host, port));
            System.out.println("Serveur en écoute sur le port " + serverSocket.getLocalPort() + "...");

            try (var clientSocket = serverSocket.accept()) {
                var clientAddress = clientSocket.getInetAddress().getHostAddress();
                System.out.println("Connexion de ('" + clientAddress + "', " + clientSocket.getPort() + ")");

                // Une lecture : les octets déjà arrivés, 1024 au plus.
                var buffer = new byte[1024];
                var length = clientSocket.getInputStream().read(buffer);
                // Décoder ces octets en texte ; -1 : le client a fermé sans rien envoyer.
                var message = length == -1 ? "" : new String(buffer, 0, length, UTF_8);
                System.out.println("Message reçu : " + message);
            }
        }
    }
}
