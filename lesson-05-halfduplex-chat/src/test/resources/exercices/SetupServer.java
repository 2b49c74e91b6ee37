import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Attend que le client du chat se connecte. */
public class SetupServer {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        // À COMPLÉTER 1 : créer le socket, et permettre de redémarrer aussitôt sur le même port.
        // [
        var serverSocket = new ServerSocket();
        serverSocket.setReuseAddress(true);
        // ]

        // À COMPLÉTER 2 : le mettre en écoute, et annoncer « Serveur de chat démarré. En attente d'un client... ».
        // [
        serverSocket.bind(new InetSocketAddress(host, port), 1);
        System.out.println("Serveur de chat démarré. En attente d'un client...");
        // ]

        // À COMPLÉTER 3 : attendre un client, et afficher « Client connecté : ('127.0.0.1', 52314) ».
        // [
        var clientSocket = serverSocket.accept();
        var clientAddress = clientSocket.getInetAddress().getHostAddress();
        System.out.println("Client connecté : ('" + clientAddress + "', " + clientSocket.getPort() + ")");
        // ]

        // À COMPLÉTER 4 : afficher « Chat prêt ! Tapez vos messages (tapez 'quit' pour quitter). », puis une ligne
        // vide.
        // [
        System.out.println("Chat prêt ! Tapez vos messages (tapez 'quit' pour quitter).");
        System.out.println();
        // ]

        // À COMPLÉTER 5 : fermer les deux sockets.
        // [
        clientSocket.close();
        serverSocket.close();
        // ]
    }
}
