package socketcourse.lesson01;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Le client de « Créer un client TCP » : se connecte au serveur et ferme la connexion. */
public final class Client {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        try (var clientSocket = new Socket()) {
            // La poignée de main TCP : elle est terminée ici, même si le serveur n'a pas encore appelé accept.
            clientSocket.connect(new InetSocketAddress(host, port));
            System.out.println("Connecté au serveur !");
        }
    }
}
