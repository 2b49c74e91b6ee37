package socketcourse.lesson05;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Le serveur de « Chat bidirectionnel, Partie 2 » : reçoit, affiche, demande et envoie, à tour de rôle. */
public final class Server {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));
        var keyboard = new BufferedReader(new InputStreamReader(System.in, UTF_8));

        try (var serverSocket = new ServerSocket()) {
            // Accepter un port encore en TIME_WAIT : sous Linux et macOS, Java le fait par défaut.
            serverSocket.setReuseAddress(true);
            // Le 1 est celui de listen(1) : la longueur de la file d'attente (backlog).
            serverSocket.bind(new InetSocketAddress(host, port), 1);
            System.out.println("Serveur de chat démarré. En attente d'un client...");

            try (var clientSocket = serverSocket.accept()) {
                var clientAddress = clientSocket.getInetAddress().getHostAddress();
                System.out.println("Client connecté : ('" + clientAddress + "', " + clientSocket.getPort() + ")");
                System.out.println("Chat prêt ! (tapez 'quit' pour quitter)");
                System.out.println();

                // Un PrintStream, comme System.out : print encode, et n'échoue pas si l'autre est parti.
                var output = new PrintStream(clientSocket.getOutputStream(), true, UTF_8);
                while (true) {
                    var message = receive(clientSocket);
                    if (message.isEmpty() || message.equalsIgnoreCase("quit")) {
                        System.out.println("Le client a quitté le chat.");
                        break;
                    }
                    System.out.println("Client : " + message);

                    var reply = ask(keyboard);
                    // null : fin de la saisie (Ctrl-D), comme quit.
                    if (reply == null || reply.equalsIgnoreCase("quit")) {
                        output.print("quit");
                        break;
                    }
                    output.print(reply);
                }
            }
        }
        System.out.println("Chat terminé.");
    }

    /** Une lecture, 4096 octets au plus ; un texte vide si l'autre a fermé la connexion ou si elle est rompue. */
    private static String receive(Socket socket) {
        try {
            var buffer = new byte[4096];
            var length = socket.getInputStream().read(buffer);
            return length == -1 ? "" : new String(buffer, 0, length, UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** Redemande tant que la ligne est vide : elle n'enverrait rien, et les deux bouts s'attendraient. */
    private static String ask(BufferedReader keyboard) throws IOException {
        while (true) {
            System.out.print("Vous : ");
            var line = keyboard.readLine();
            if (line == null || !line.isEmpty()) {
                return line;
            }
        }
    }
}
