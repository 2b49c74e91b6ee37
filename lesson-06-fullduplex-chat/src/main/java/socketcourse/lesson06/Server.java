package socketcourse.lesson06;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;

/** Le serveur de « Limites de cette approche », version 2 : un thread reçoit pendant qu'un autre envoie. */
public final class Server {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        try (var serverSocket = new ServerSocket()) {
            // Accepter un port encore en TIME_WAIT : sous Linux et macOS, Java le fait par défaut.
            serverSocket.setReuseAddress(true);
            // Le 1 est celui de listen(1) : la longueur de la file d'attente (backlog).
            serverSocket.bind(new InetSocketAddress(host, port), 1);
            System.out.println("Serveur de chat v2 démarré. En attente d'un client...");

            try (var clientSocket = serverSocket.accept()) {
                var clientAddress = clientSocket.getInetAddress().getHostAddress();
                System.out.println("Client connecté : ('" + clientAddress + "', " + clientSocket.getPort() + ")");
                System.out.println("Chat prêt ! (tapez 'quit' pour quitter)");
                System.out.println();

                // Deux threads : celui-ci reçoit, l'autre envoie. L'autre est un « daemon » : il peut rester à attendre
                // le clavier sans empêcher le programme de se terminer.
                var leaving = new AtomicBoolean();
                var sender = new Thread(() -> send(clientSocket, leaving));
                sender.setDaemon(true);
                sender.start();
                receive(clientSocket, leaving);
            }
        }
        System.out.println("Chat terminé.");
    }

    private static void receive(Socket socket, AtomicBoolean leaving) {
        try {
            // Un Reader garde le début d'un caractère jusqu'à ce que la suite arrive.
            var reader = new InputStreamReader(socket.getInputStream(), UTF_8);
            var buffer = new char[4096];
            int length;
            while ((length = reader.read(buffer)) != -1) {
                var message = new String(buffer, 0, length);
                if (message.equalsIgnoreCase("quit")) {
                    break;
                }
                if (!leaving.get()) {
                    System.out.println("\nClient : " + message);
                }
            }
        } catch (IOException e) {
            // Une connexion rompue compte comme une connexion fermée.
        }
        if (!leaving.get()) {
            System.out.println("\nLe client s'est déconnecté.");
        }
    }

    private static void send(Socket socket, AtomicBoolean leaving) {
        try {
            var keyboard = new BufferedReader(new InputStreamReader(System.in, UTF_8));
            String message;
            while ((message = keyboard.readLine()) != null && !message.equalsIgnoreCase("quit")) {
                socket.getOutputStream().write(message.getBytes(UTF_8));
            }
            // Avant d'envoyer quit : l'autre fermera à son tour, mais ce n'est pas lui qui part.
            leaving.set(true);
            socket.getOutputStream().write("quit".getBytes(UTF_8));
            // Fermer à moitié : ce qui est encore en route arrive, dans les deux sens. L'autre a 500 ms pour fermer.
            socket.shutdownOutput();
            Thread.sleep(500);
            socket.close();
        } catch (IOException | InterruptedException e) {
            // L'autre est parti : le thread qui reçoit s'en aperçoit.
        }
    }
}
