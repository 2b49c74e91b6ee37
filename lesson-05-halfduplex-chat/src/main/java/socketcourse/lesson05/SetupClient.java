package socketcourse.lesson05;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * The client of "Chat bidirectionnel, Partie 1": joins the server of the chat.
 */
public final class SetupClient {

    public static void main(String[] args) {
        var screen = new PrintStream(System.out, true, UTF_8);
        var host = System.getProperty("host", "localhost");
        var port = System.getProperty("port", "9999");

        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, Integer.parseInt(port)));
            screen.println("Connecté au serveur de chat !");
            screen.println("Chat prêt ! Tapez vos messages (tapez 'quit' pour quitter).");
            screen.println();
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
