package socketcourse.lesson04;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.Socket;

/**
 * The client of "Que se passe-t-il si le message est plus grand que le buffer ?": sends the alphabet in one go.
 */
public final class Client {

    public static void main(String[] args) {
        var host = System.getProperty("host", "localhost");
        var port = System.getProperty("port", "9999");

        try (var socket = new Socket(host, Integer.parseInt(port))) {
            socket.getOutputStream().write("ABCDEFGHIJKLMNOPQRSTUVWXYZ".getBytes(UTF_8));
        } catch (ConnectException e) {
            fail("Connexion impossible à %s:%s (%s). Lancez d'abord le serveur, puis ce client avec les mêmes "
                    + "-Dhost et -Dport.", host, port, e);
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
