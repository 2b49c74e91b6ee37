package socketcourse.lesson05;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The server of "Chat bidirectionnel, Partie 1": waits for the client of the chat to come. */
public final class SetupServer {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        try (var serverSocket = new ServerSocket()) {
            // Without it, a server started again at once finds its port still in TIME_WAIT on some systems: Java's own
            // default is true on Linux and macOS, false on Windows.
            serverSocket.setReuseAddress(true);
            serverSocket.bind(new InetSocketAddress(host, port));
            System.out.println("Serveur de chat démarré. En attente d'un client...");

            try (var clientSocket = serverSocket.accept()) {
                System.out.printf("Client connecté : ('%s', %s)%n",
                        clientSocket.getInetAddress().getHostAddress(), clientSocket.getPort());
                System.out.println("Chat prêt ! Tapez vos messages (tapez 'quit' pour quitter).");
                System.out.println();
            }
        }
    }
}
