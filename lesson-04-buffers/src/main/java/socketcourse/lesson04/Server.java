package socketcourse.lesson04;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * The server of "Que se passe-t-il si le message est plus grand que le buffer ?": receives three times, at most 10
 * bytes each, what one client sends in one go.
 */
public final class Server {

    public static void main(String[] args) {
        var screen = new PrintStream(System.out, true, UTF_8);
        var host = System.getProperty("host", "localhost");
        var port = System.getProperty("port", "9999");

        try (var serverSocket = new ServerSocket()) {
            serverSocket.bind(new InetSocketAddress(host, Integer.parseInt(port)));

            try (var clientSocket = serverSocket.accept()) {
                var buffer = new byte[10];
                for (var chunk = 1; chunk <= 3; chunk++) {
                    // What does not fit waits in the socket's own buffer for the next receive.
                    var length = Math.max(0, clientSocket.getInputStream().read(buffer));
                    screen.println("Chunk " + chunk + " : " + new String(buffer, 0, length, UTF_8));
                }
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
