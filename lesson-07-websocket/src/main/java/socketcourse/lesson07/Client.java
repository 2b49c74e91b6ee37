package socketcourse.lesson07;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import socketcourse.websockets.ClientConnection;
import socketcourse.websockets.WebSockets;

/** Le client de « Application de chat en temps réel » : un thread reçoit pendant qu'un autre envoie. */
public final class Client {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "8765"));

        try (var websocket = WebSockets.connect(host, port)) {
            System.out.println("Connecté au chat. Tapez vos messages.");
            // Lire le clavier ne doit pas arrêter la réception. Un thread « daemon » : il peut rester à attendre le
            // clavier sans empêcher le programme de se terminer.
            var sender = new Thread(() -> send(websocket));
            sender.setDaemon(true);
            sender.start();
            receive(websocket);
        }
    }

    private static void receive(ClientConnection websocket) throws IOException {
        String message;
        // null : ce client a fermé la connexion. Si c'est le serveur, recv lève une exception.
        while ((message = websocket.recv()) != null) {
            // Un seul appel : l'invite de l'autre thread ne peut pas s'y glisser.
            System.out.println("\n[Message reçu] " + message);
        }
    }

    private static void send(ClientConnection websocket) {
        try (websocket) {
            var pseudo = System.getProperty("pseudo");
            var keyboard = new BufferedReader(new InputStreamReader(System.in, UTF_8));
            System.out.print("Vous : ");
            String message;
            while ((message = keyboard.readLine()) != null && !message.equalsIgnoreCase("quit")) {
                websocket.send(pseudo == null ? message : pseudo + " : " + message);
                System.out.print("Vous : ");
            }
        } catch (IOException e) {
            // Le clavier est inaccessible : comme à la fin de la saisie, ce client s'en va.
        }
    }
}
