package socketcourse.lesson05;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** The server of "Chat bidirectionnel, Partie 2": receives, shows, asks and sends, in turn with its client. */
public final class Server {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));
        var keyboard = new BufferedReader(new InputStreamReader(System.in, UTF_8));

        try (var serverSocket = new ServerSocket()) {
            // Without it, a server started again at once finds its port still in TIME_WAIT on some systems: Java's own
            // default is true on Linux and macOS, false on Windows.
            serverSocket.setReuseAddress(true);
            serverSocket.bind(new InetSocketAddress(host, port));
            System.out.println("Serveur de chat démarré. En attente d'un client...");

            try (var clientSocket = serverSocket.accept()) {
                System.out.printf("Client connecté : ('%s', %s)%n",
                        clientSocket.getInetAddress().getHostAddress(), clientSocket.getPort());
                System.out.println("Chat prêt ! (tapez 'quit' pour quitter)");
                System.out.println();

                while (true) {
                    var message = receive(clientSocket);
                    if (message.isEmpty() || message.equalsIgnoreCase("quit")) {
                        System.out.println("Le client a quitté le chat.");
                        break;
                    }
                    System.out.println("Client : " + message);

                    var reply = ask(keyboard);
                    send(clientSocket, reply);
                    if (reply.equals("quit")) {
                        break;
                    }
                }
            }
        }
        System.out.println("Chat terminé.");
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
    private static String ask(BufferedReader keyboard) throws IOException {
        String line;
        do {
            System.out.print("Vous : ");
        } while ((line = keyboard.readLine()) != null && line.isEmpty());
        // The end of the keyboard's input is quit, too.
        return line == null || line.equalsIgnoreCase("quit") ? "quit" : line;
    }
}
