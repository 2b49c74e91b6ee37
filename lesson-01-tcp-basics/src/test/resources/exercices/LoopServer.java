import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Accueille un client après l'autre, jusqu'à ce qu'on l'arrête. */
public class LoopServer {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        // À COMPLÉTER 1 : mettre le serveur en écoute, et annoncer « Serveur en écoute sur le port 9999... ».
        // [
        var serverSocket = new ServerSocket();
        serverSocket.bind(new InetSocketAddress(host, port));
        System.out.println("Serveur en écoute sur le port " + serverSocket.getLocalPort() + "...");
        // ]

        // À COMPLÉTER 2 : sans fin, attendre un client, afficher « Connexion reçue de ('127.0.0.1', 52314) », et
        // fermer la connexion de ce client.
        // [
        while (true) {
            var clientSocket = serverSocket.accept();
            var clientAddress = clientSocket.getInetAddress().getHostAddress();
            System.out.println("Connexion reçue de ('" + clientAddress + "', " + clientSocket.getPort() + ")");
            clientSocket.close();
        }
        // ]
    }
}
