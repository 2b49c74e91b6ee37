package socketcourse.lesson02;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * The server of "Serveur qui reçoit un message": shows the first message of one client.
 */
public final class Server {

    public static void main(String[] args) {
        var screen = new PrintStream(System.out, true, UTF_8);
        var host = System.getProperty("host", "localhost");
        var port = System.getProperty("port", "9999");

        try (var serverSocket = new ServerSocket()) {
            serverSocket.bind(new InetSocketAddress(host, Integer.parseInt(port)));
            screen.println("Serveur en écoute sur le port " + serverSocket.getLocalPort() + "...");

            try (var clientSocket = serverSocket.accept()) {
                screen.printf("Connexion de ('%s', %s)%n",
                        clientSocket.getInetAddress().getHostAddress(), clientSocket.getPort());

                // One receive: what has arrived, at most 1024 bytes; -1 when the client closed without a word.
                var buffer = new byte[1024];
                var length = Math.max(0, clientSocket.getInputStream().read(buffer));
                // Bytes came, a text is shown: decode.
                screen.println("Message reçu : " + new String(buffer, 0, length, UTF_8));
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
