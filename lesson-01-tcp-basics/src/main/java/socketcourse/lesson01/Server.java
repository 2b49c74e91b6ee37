package socketcourse.lesson01;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * The server of "Créer un serveur TCP": waits for one client, shows that client's address and hangs up.
 */
public final class Server {

    public static void main(String[] args) {
        var screen = new PrintStream(System.out, true, UTF_8);
        var host = System.getProperty("host", "localhost");
        var port = System.getProperty("port", "9999");

        // 1. Create the socket.
        try (var serverSocket = new ServerSocket()) {
            // 2. Bind it to an address, 3. listen: in Java, bind does both. Up to 50 clients may wait (the backlog).
            serverSocket.bind(new InetSocketAddress(host, Integer.parseInt(port)));
            screen.println("Serveur en écoute sur le port " + serverSocket.getLocalPort() + "...");

            // 4. Accept: blocks until a client comes, and returns a socket of its own for that client.
            try (var clientSocket = serverSocket.accept()) {
                screen.printf("Connexion reçue de ('%s', %s)%n",
                        clientSocket.getInetAddress().getHostAddress(), clientSocket.getPort());
            }
        } catch (BindException e) {
            fail("Adresse déjà utilisée ou interdite : %s:%s (%s). Arrêtez le programme qui l'occupe, ou choisissez "
                    + "un autre port à partir de 1024 avec -Dport.", host, port, e);
        } catch (IllegalArgumentException e) {
            fail("Port invalide : %s. Un port est un nombre de 0 à 65535.", port);
        } catch (IOException e) {
            fail("Échec sur %s:%s (%s).", host, port, e);
        }
    }

    private static void fail(String message, Object... details) {
        new PrintStream(System.err, true, UTF_8).println(message.formatted(details));
        System.exit(1);
    }
}
