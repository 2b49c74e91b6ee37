package socketcourse.lesson06;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** The server of "Limites de cette approche", version 2: one thread receives while another one sends. */
public final class Server {

    public static void main(String[] args) throws IOException, InterruptedException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        try (var serverSocket = new ServerSocket()) {
            // Without it, a server started again at once finds its port still in TIME_WAIT on some systems: Java's own
            // default is true on Linux and macOS, false on Windows.
            serverSocket.setReuseAddress(true);
            serverSocket.bind(new InetSocketAddress(host, port));
            System.out.println("Serveur de chat v2 démarré. En attente d'un client...");

            try (var clientSocket = serverSocket.accept()) {
                System.out.printf("Client connecté : ('%s', %s)%n",
                        clientSocket.getInetAddress().getHostAddress(), clientSocket.getPort());
                System.out.println("Chat prêt ! (tapez 'quit' pour quitter)\n");

                // Neither waits for the other. The sender is a daemon: when the client is gone, it still waits for the
                // keyboard, and must not keep the program alive.
                var receiver = new Thread(() -> receiveMessages(clientSocket));
                var sender = new Thread(() -> sendMessages(clientSocket, receiver));
                sender.setDaemon(true);
                receiver.start();
                sender.start();
                receiver.join();
                // Who typed quit waits until its sender has hung up, too.
                if (clientSocket.isOutputShutdown()) {
                    sender.join();
                }
            }
        }
        System.out.println("Chat terminé.");
    }

    private static void receiveMessages(Socket socket) {
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
                if (!socket.isOutputShutdown()) {
                    System.out.println("\nClient : " + message);
                }
            }
        } catch (IOException e) {
            // A connection that breaks counts as one that was closed.
        }
        synchronized (socket) {
            if (!socket.isOutputShutdown()) {
                System.out.println("\nLe client s'est déconnecté.");
            }
        }
    }

    private static void sendMessages(Socket socket, Thread receiver) {
        try {
            var keyboard = new BufferedReader(new InputStreamReader(System.in, UTF_8));
            String message;
            while ((message = keyboard.readLine()) != null && !message.equalsIgnoreCase("quit")) {
                socket.getOutputStream().write(message.getBytes(UTF_8));
            }
            // One step for the receiver, which must not take the peer's answer for the peer's own quit.
            synchronized (socket) {
                socket.getOutputStream().write("quit".getBytes(UTF_8));
                // Half-close, and let the receiver take what still comes: to close at once would throw away what is
                // under way, in both directions.
                socket.shutdownOutput();
            }
            // A peer that does not close in its turn is not waited for.
            receiver.join(500);
            socket.close();
        } catch (IOException | InterruptedException e) {
            // The peer is gone; the receiver finds out.
        }
    }
}
