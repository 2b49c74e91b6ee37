package socketcourse.lesson01;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Le serveur de « Créer un serveur TCP » : attend un client, affiche son adresse et ferme la connexion. */
public final class Server {

    public static void main(String[] args) throws IOException {
        // Les options -Dhost et -Dport de la commande ; sans elles, localhost et 9999.
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        // 1. Créer le socket.
        try (var serverSocket = new ServerSocket()) {
            // 2. Bind : lui donner une adresse. 3. Listen : en Java, bind le fait aussi (50 clients peuvent attendre).
            serverSocket.bind(new InetSocketAddress(host, port));
            System.out.println("Serveur en écoute sur le port " + serverSocket.getLocalPort() + "...");

            // 4. Accept : bloque jusqu'à ce qu'un client se connecte, et renvoie un autre socket, pour ce client.
            try (var clientSocket = serverSocket.accept()) {
                var clientAddress = clientSocket.getInetAddress().getHostAddress();
                System.out.println("Connexion reçue de ('" + clientAddress + "', " + clientSocket.getPort() + ")");
            }
        }
    }
}
