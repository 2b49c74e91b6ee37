package socketcourse.lesson05;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * The client of "Chat bidirectionnel, Partie 2": asks, sends, receives and shows, in turn with its server.
 */
public final class Client {

    public static void main(String[] args) {
        var screen = new PrintStream(System.out, true, UTF_8);
        var keyboard = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        var host = System.getProperty("host", "localhost");
        var port = System.getProperty("port", "9999");

        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, Integer.parseInt(port)));
            screen.println("Connecté au serveur de chat !");
            screen.println("Chat prêt ! (tapez 'quit' pour quitter)");
            screen.println();

            while (true) {
                var message = ask(keyboard, screen);
                send(socket, message);
                if (message.equals("quit")) {
                    break;
                }

                var reply = receive(socket);
                if (reply.isEmpty() || reply.equalsIgnoreCase("quit")) {
                    screen.println("Le serveur a quitté le chat.");
                    break;
                }
                screen.println("Serveur : " + reply);
            }
            screen.println("Chat terminé.");
        } catch (ConnectException e) {
            fail("Connexion impossible à %s:%s (%s). Lancez d'abord le serveur, puis ce client avec les mêmes "
                    + "-Dhost et -Dport.", host, port, e);
        } catch (IllegalArgumentException e) {
            fail("Port invalide : %s. Un port est un nombre de 0 à 65535.", port);
        } catch (IOException e) {
            fail("Échec sur %s:%s (%s).", host, port, e);
        }
    }

    /** One receive of at most 4096 bytes; empty when the peer closed the connection, or broke it. */
    private static String receive(Socket socket) {
        try {
            var buffer = new byte[4096];
            var length = Math.max(0, socket.getInputStream().read(buffer));
            return new String(buffer, 0, length, UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private static void send(Socket socket, String message) {
        try {
            socket.getOutputStream().write(message.getBytes(UTF_8));
        } catch (IOException e) {
            // The peer is gone; the next receive finds out.
        }
    }

    /** Asks until something is typed: for an empty line nothing would be sent, and the peer would wait for ever. */
    private static String ask(BufferedReader keyboard, PrintStream screen) throws IOException {
        String line;
        do {
            screen.print("Vous : ");
            line = keyboard.readLine();
        } while (line != null && line.isEmpty());
        // The end of the keyboard's input is quit, too.
        return line == null || line.equalsIgnoreCase("quit") ? "quit" : line;
    }

    private static void fail(String message, Object... details) {
        new PrintStream(System.err, true, UTF_8).println(message.formatted(details));
        System.exit(1);
    }
}
