package socketcourse.lesson05;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;

/** The client of "Chat bidirectionnel, Partie 2": asks, sends, receives and shows, in turn with its server. */
public final class Client {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));
        var keyboard = new BufferedReader(new InputStreamReader(System.in, UTF_8));

        try (var clientSocket = new Socket()) {
            clientSocket.connect(new InetSocketAddress(host, port));
            System.out.println("Connecté au serveur de chat !");
            System.out.println("Chat prêt ! (tapez 'quit' pour quitter)");
            System.out.println();

            while (true) {
                var message = ask(keyboard);
                send(clientSocket, message);
                if (message.equals("quit")) {
                    break;
                }

                var reply = receive(clientSocket);
                if (reply.isEmpty() || reply.equalsIgnoreCase("quit")) {
                    System.out.println("Le serveur a quitté le chat.");
                    break;
                }
                System.out.println("Serveur : " + reply);
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
