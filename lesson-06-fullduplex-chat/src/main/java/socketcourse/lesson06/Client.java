package socketcourse.lesson06;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The client of "Limites de cette approche", version 2: one thread receives while another one sends.
 */
public final class Client {

    public static void main(String[] args) {
        var screen = new PrintStream(System.out, true, UTF_8);
        var keyboard = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        var host = System.getProperty("host", "localhost");
        var port = System.getProperty("port", "9999");

        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, Integer.parseInt(port)));
            screen.println("Connecté au serveur de chat v2 !");
            screen.println("Chat prêt ! (tapez 'quit' pour quitter)");
            screen.println();

            // One thread sends, this one receives, and neither waits for the other. The sender is a daemon: it may
            // still wait for the keyboard when the chat is over, and must not keep the program alive.
            var quit = new AtomicBoolean();
            var receiver = Thread.currentThread();
            var sender = new Thread(() -> send(socket, keyboard, quit, receiver));
            sender.setDaemon(true);
            sender.start();
            receive(socket, screen, quit);
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

    private static void receive(Socket socket, PrintStream screen, AtomicBoolean quit) {
        try {
            // A reader, because it keeps the first bytes of a character until the last ones have come, too.
            var reader = new InputStreamReader(socket.getInputStream(), UTF_8);
            var buffer = new char[4096];
            int length;
            while ((length = reader.read(buffer)) != -1) {
                var message = new String(buffer, 0, length);
                if (message.equalsIgnoreCase("quit")) {
                    break;
                }
                if (!quit.get()) {
                    screen.println("\nServeur : " + message);
                }
            }
        } catch (IOException e) {
            // A connection that breaks counts as one that was closed.
        }
        if (!quit.get()) {
            screen.println("\nLe serveur a quitté le chat.");
        }
    }

    private static void send(Socket socket, BufferedReader keyboard, AtomicBoolean quit, Thread receiver) {
        try {
            String line;
            while ((line = keyboard.readLine()) != null && !line.equalsIgnoreCase("quit")) {
                socket.getOutputStream().write(line.getBytes(UTF_8));
            }
            quit.set(true);
            socket.getOutputStream().write("quit".getBytes(UTF_8));
            // Half-close, and let the receiver take what still comes: to close at once would throw away what is under
            // way, in both directions. A peer that does not close in its turn is not waited for.
            socket.shutdownOutput();
            receiver.join(500);
            socket.close();
        } catch (IOException | InterruptedException e) {
            // The peer is gone; the receiver finds out.
        }
    }

    private static void fail(String message, Object... details) {
        new PrintStream(System.err, true, UTF_8).println(message.formatted(details));
        System.exit(1);
    }
}
