package socketcourse.lesson05;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Le serveur de « Chat bidirectionnel, Partie 1 » : attend que le client du chat se connecte. */
public final class SetupServer {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        try (var serverSocket = new ServerSocket()) {
            // Accepter un port encore en TIME_WAIT : sous Linux et macOS, Java le fait par défaut.
            serverSocket.setReuseAddress(true);
            // Le 1 est celui de listen(1) : la longueur de la file d'attente (backlog).
            serverSocket.bind(new InetSocketAddress(host, port), 1);
            System.out.println("Serveur de chat démarré. En attente d'un client...");

            try (var clientSocket = serverSocket.accept()) {
                var clientAddress = clientSocket.getInetAddress().getHostAddress();
                System.out.println("Client connecté : ('" + clientAddress + "', " + clientSocket.getPort() + ")");
                System.out.println("Chat prêt ! Tapez vos messages (tapez 'quit' pour quitter).");
                System.out.println();
            }
        }
    }
}
