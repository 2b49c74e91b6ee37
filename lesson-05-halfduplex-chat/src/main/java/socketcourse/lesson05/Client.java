package socketcourse.lesson05;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Le client de « Chat bidirectionnel, Partie 2 » : demande, envoie, reçoit et affiche, à tour de rôle. */
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

            // Un PrintStream, comme System.out : print encode, et n'échoue pas si l'autre est parti.
            var output = new PrintStream(clientSocket.getOutputStream(), true, UTF_8);
            while (true) {
                var message = ask(keyboard);
                // null : fin de la saisie (Ctrl-D), comme quit.
                if (message == null || message.equalsIgnoreCase("quit")) {
                    output.print("quit");
                    break;
                }
                output.print(message);

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
