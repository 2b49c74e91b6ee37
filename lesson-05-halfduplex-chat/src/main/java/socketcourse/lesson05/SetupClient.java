package socketcourse.lesson05;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Le client de « Chat bidirectionnel, Partie 1 » : se connecte au serveur du chat. */
public final class SetupClient {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        try (var clientSocket = new Socket()) {
            clientSocket.connect(new InetSocketAddress(host, port));
            System.out.println("Connecté au serveur de chat !");
            System.out.println("Chat prêt ! Tapez vos messages (tapez 'quit' pour quitter).");
            System.out.println();
        }
    }
}
