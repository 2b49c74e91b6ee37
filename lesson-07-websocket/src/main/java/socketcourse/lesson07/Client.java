package socketcourse.lesson07;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Scanner;
import socketcourse.websockets.ClientConnection;
import socketcourse.websockets.WebSockets;

/**
 * The client of "Application de chat en temps réel": sends what is typed, after {@code -Dpseudo} if there is one, and
 * shows what comes meanwhile.
 */
public final class Client {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "8765"));

        try (var websocket = WebSockets.connect(host, port)) {
            System.out.println("Connecté au chat. Tapez vos messages.");
            // OutputMatcher the keyboard must not stop the reception, nor keep the program when the server is gone.
            var sender = new Thread(() -> send(websocket));
            sender.setDaemon(true);
            sender.start();
            receive(websocket);
        }
    }

    private static void receive(ClientConnection websocket) throws IOException {
        String message;
        while ((message = websocket.recv()) != null) {
            System.out.println("\n[Message reçu] " + message);
        }
    }

    private static void send(ClientConnection websocket) {
        var pseudo = System.getProperty("pseudo");
        var prefix = pseudo == null ? "" : pseudo + " : ";
        var keyboard = new Scanner(System.in, UTF_8);
        System.out.print("Vous : ");
        while (keyboard.hasNextLine()) {
            var message = keyboard.nextLine();
            if (message.equalsIgnoreCase("quit")) {
                break;
            }
            websocket.send(prefix + message);
            System.out.print("Vous : ");
        }
        websocket.close();
    }
}
