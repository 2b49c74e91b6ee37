package socketcourse.lesson01;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The server of "Créer un serveur TCP": waits for one client, shows that client's address and hangs up. */
public final class Server {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        // 1. Create the socket.
        try (var serverSocket = new ServerSocket()) {
            // 2. Bind it to an address, 3. listen: in Java, bind does both. Up to 50 clients may wait (the backlog).
            serverSocket.bind(new InetSocketAddress(host, port));
            System.out.println("Serveur en écoute sur le port " + serverSocket.getLocalPort() + "...");

            // 4. Accept: blocks until a client comes, and returns a socket of its own for that client.
            try (var clientSocket = serverSocket.accept()) {
                System.out.printf("Connexion reçue de ('%s', %s)%n",
                        clientSocket.getInetAddress().getHostAddress(), clientSocket.getPort());
            }
        }
    }
}
