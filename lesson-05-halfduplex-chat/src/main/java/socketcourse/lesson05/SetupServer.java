package socketcourse.lesson05;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * The server of "Chat bidirectionnel, Partie 1": waits for the client of the chat to come.
 */
public final class SetupServer {

    public static void main(String[] args) {
        var screen = new PrintStream(System.out, true, UTF_8);
        var host = System.getProperty("host", "localhost");
        var port = System.getProperty("port", "9999");

        try (var serverSocket = new ServerSocket()) {
            // Without it, a server started again at once finds its port still in TIME_WAIT on some systems: Java's own
            // default is true on Linux and macOS, false on Windows.
            serverSocket.setReuseAddress(true);
            serverSocket.bind(new InetSocketAddress(host, Integer.parseInt(port)));
            screen.println("Serveur de chat démarré. En attente d'un client...");

            try (var clientSocket = serverSocket.accept()) {
                screen.printf("Client connecté : ('%s', %s)%n",
                        clientSocket.getInetAddress().getHostAddress(), clientSocket.getPort());
                screen.println("Chat prêt ! Tapez vos messages (tapez 'quit' pour quitter).");
                screen.println();
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
