package socketcourse.lesson01;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** The client of "Créer un client TCP": connects to the server and hangs up. */
public final class Client {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        try (var clientSocket = new Socket()) {
            // The three-way handshake: it is done when connect returns, even if the server has not called accept yet.
            clientSocket.connect(new InetSocketAddress(host, port));
            System.out.println("Connecté au serveur !");
        }
    }
}
