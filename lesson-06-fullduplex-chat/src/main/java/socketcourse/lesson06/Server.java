package socketcourse.lesson06;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The server of "Limites de cette approche", version 2: one thread receives while another one sends.
 */
public final class Server {

    public static void main(String[] args) {
        var screen = new PrintStream(System.out, true, UTF_8);
        var keyboard = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        var host = System.getProperty("host", "localhost");
        var port = System.getProperty("port", "9999");

        try (var serverSocket = new ServerSocket()) {
            // Without it, a server started again at once finds its port still in TIME_WAIT on some systems: Java's own
            // default is true on Linux and macOS, false on Windows.
            serverSocket.setReuseAddress(true);
            serverSocket.bind(new InetSocketAddress(host, Integer.parseInt(port)));
            screen.println("Serveur de chat v2 démarré. En attente d'un client...");

            try (var clientSocket = serverSocket.accept()) {
                screen.printf("Client connecté : ('%s', %s)%n",
                        clientSocket.getInetAddress().getHostAddress(), clientSocket.getPort());
                screen.println("Chat prêt ! (tapez 'quit' pour quitter)");
                screen.println();

                // One thread sends, this one receives, and neither waits for the other. The sender is a daemon: it may
                // still wait for the keyboard when the chat is over, and must not keep the program alive.
                var quit = new AtomicBoolean();
                var receiver = Thread.currentThread();
                var sender = new Thread(() -> send(clientSocket, keyboard, quit, receiver));
                sender.setDaemon(true);
                sender.start();
                receive(clientSocket, screen, quit);
            }
            screen.println("Chat terminé.");
        } catch (BindException e) {
            fail("Adresse déjà utilisée ou interdite : %s:%s (%s). Arrêtez le programme qui l'occupe, ou choisissez "
                    + "un autre port à partir de 1024 avec -Dport.", host, port, e);
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
                    screen.println("\nClient : " + message);
                }
            }
        } catch (IOException e) {
            // A connection that breaks counts as one that was closed.
        }
        if (!quit.get()) {
            screen.println("\nLe client s'est déconnecté.");
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
