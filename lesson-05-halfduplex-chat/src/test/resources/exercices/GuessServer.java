import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Random;

/** Choisit un nombre, et dit au joueur s'il est plus grand ou plus petit que chacune de ses propositions. */
public class GuessServer {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        // À COMPLÉTER 1 : choisir un nombre au hasard, de 1 à 100.
        // [
        var secret = 1 + new Random().nextInt(100);
        // ]

        // À COMPLÉTER 2 : mettre le serveur en écoute, annoncer « En attente d'un joueur... », et attendre un client.
        // [
        var serverSocket = new ServerSocket();
        serverSocket.setReuseAddress(true);
        serverSocket.bind(new InetSocketAddress(host, port));
        System.out.println("En attente d'un joueur...");
        var clientSocket = serverSocket.accept();
        // ]

        // À COMPLÉTER 3 : à chaque message, jusqu'à gagné ou jusqu'au départ du joueur, répondre par reply.
        // [
        try {
            var buffer = new byte[1024];
            int length;
            var answer = "";
            while (!answer.equals("gagné") && (length = clientSocket.getInputStream().read(buffer)) != -1) {
                answer = reply(new String(buffer, 0, length, UTF_8), secret);
                clientSocket.getOutputStream().write(answer.getBytes(UTF_8));
            }
        } catch (IOException e) {
            // Une connexion rompue : le joueur est parti.
        }
        // ]

        // À COMPLÉTER 4 : fermer les deux sockets.
        // [
        clientSocket.close();
        serverSocket.close();
        // ]
    }

    private static String reply(String message, int secret) {
        // À COMPLÉTER 5 : renvoyer plus, moins ou gagné si le message est un nombre de 1 à 100.
        // [
        if (message.matches("[1-9][0-9]?|100")) {
            var number = Integer.parseInt(message);
            return number == secret ? "gagné" : secret > number ? "plus" : "moins";
        }
        // ]
        return "un nombre de 1 à 100 !";
    }
}
