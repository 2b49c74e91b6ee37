import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;

/** Reçoit dans un thread pendant qu'un autre envoie : chacun écrit quand il veut. */
public class Client {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        // À COMPLÉTER 1 : se connecter, et afficher « Connecté au serveur de chat v2 ! »,
        // « Chat prêt ! (tapez 'quit' pour quitter) » et une ligne vide.
        // [
        var clientSocket = new Socket();
        clientSocket.connect(new InetSocketAddress(host, port));
        System.out.println("Connecté au serveur de chat v2 !");
        System.out.println("Chat prêt ! (tapez 'quit' pour quitter)");
        System.out.println();
        // ]

        // À COMPLÉTER 2 : lancer un thread qui envoie (send), et qui n'empêche pas le programme de se terminer ;
        // recevoir (receive) dans celui-ci.
        // [
        var leaving = new AtomicBoolean();
        var sender = new Thread(() -> send(clientSocket, leaving));
        sender.setDaemon(true);
        sender.start();
        receive(clientSocket, leaving);
        // ]

        // À COMPLÉTER 3 : fermer la connexion, et afficher « Chat terminé. ».
        // [
        clientSocket.close();
        System.out.println("Chat terminé.");
        // ]
    }

    private static void receive(Socket socket, AtomicBoolean leaving) {
        // À COMPLÉTER 4 : jusqu'à ce que l'autre ferme ou envoie quit, recevoir, et afficher une ligne vide, puis
        // « Serveur : » suivi du texte. Un caractère peut arriver en deux morceaux.
        // [
        try {
            var reader = new InputStreamReader(socket.getInputStream(), UTF_8);
            var buffer = new char[4096];
            int length;
            while ((length = reader.read(buffer)) != -1) {
                var message = new String(buffer, 0, length);
                if (message.equalsIgnoreCase("quit")) {
                    break;
                }
                if (!leaving.get()) {
                    System.out.println();
                    System.out.println("Serveur : " + message);
                }
            }
        } catch (IOException e) {
            // Une connexion rompue compte comme une connexion fermée.
        }
        // ]

        // À COMPLÉTER 5 : si c'est l'autre qui part, et pas ce programme, afficher une ligne vide, puis
        // « Le serveur a quitté le chat. ».
        // [
        if (!leaving.get()) {
            System.out.println();
            System.out.println("Le serveur a quitté le chat.");
        }
        // ]
    }

    private static void send(Socket socket, AtomicBoolean leaving) {
        // À COMPLÉTER 6 : jusqu'à la fin de la saisie ou à quit, lire une ligne du clavier et l'envoyer.
        // [
        try {
            var keyboard = new BufferedReader(new InputStreamReader(System.in, UTF_8));
            String message;
            while ((message = keyboard.readLine()) != null && !message.equalsIgnoreCase("quit")) {
                socket.getOutputStream().write(message.getBytes(UTF_8));
            }
        } catch (IOException e) {
            // L'autre est parti : le thread qui reçoit s'en aperçoit.
            return;
        }
        // ]

        // À COMPLÉTER 7 : noter dans leaving que ce programme part, envoyer quit, et fermer la connexion sans perdre
        // ce qui est encore en route, dans les deux sens.
        // [
        try {
            leaving.set(true);
            socket.getOutputStream().write("quit".getBytes(UTF_8));
            socket.shutdownOutput();
            Thread.sleep(500);
            socket.close();
        } catch (IOException | InterruptedException e) {
            // L'autre est parti en même temps.
        }
        // ]
    }
}
