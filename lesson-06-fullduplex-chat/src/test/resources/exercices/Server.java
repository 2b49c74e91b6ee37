import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;

/** Reçoit dans un thread pendant qu'un autre envoie : chacun écrit quand il veut. */
public class Server {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        // À COMPLÉTER 1 : mettre en écoute un serveur qui peut redémarrer aussitôt, attendre un client, et afficher
        // « Serveur de chat v2 démarré. En attente d'un client... », « Client connecté : ('127.0.0.1', 52314) »,
        // « Chat prêt ! (tapez 'quit' pour quitter) » et une ligne vide, chaque ligne au bon moment.
        // [
        var serverSocket = new ServerSocket();
        serverSocket.setReuseAddress(true);
        serverSocket.bind(new InetSocketAddress(host, port), 1);
        System.out.println("Serveur de chat v2 démarré. En attente d'un client...");
        var clientSocket = serverSocket.accept();
        var clientAddress = clientSocket.getInetAddress().getHostAddress();
        System.out.println("Client connecté : ('" + clientAddress + "', " + clientSocket.getPort() + ")");
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

        // À COMPLÉTER 3 : fermer les deux sockets, et afficher « Chat terminé. ».
        // [
        clientSocket.close();
        serverSocket.close();
        System.out.println("Chat terminé.");
        // ]
    }

    private static void receive(Socket socket, AtomicBoolean leaving) {
        // À COMPLÉTER 4 : jusqu'à ce que l'autre ferme ou envoie quit, recevoir, et afficher une ligne vide, puis
        // « Client : » suivi du texte. Un caractère peut arriver en deux morceaux.
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
                    System.out.println("Client : " + message);
                }
            }
        } catch (IOException e) {
            // Une connexion rompue compte comme une connexion fermée.
        }
        // ]

        // À COMPLÉTER 5 : si c'est l'autre qui part, et pas ce programme, afficher une ligne vide, puis
        // « Le client s'est déconnecté. ».
        // [
        if (!leaving.get()) {
            System.out.println();
            System.out.println("Le client s'est déconnecté.");
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
