import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;

/** Transmet chaque message d'un client à tous les autres, avec un thread par client. */
public class ManyServer {

    private static final Set<Socket> CLIENTS = new HashSet<>();

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        // À COMPLÉTER 1 : mettre le serveur en écoute, sans rien afficher.
        // [
        var serverSocket = new ServerSocket();
        serverSocket.setReuseAddress(true);
        serverSocket.bind(new InetSocketAddress(host, port));
        // ]

        // À COMPLÉTER 2 : sans fin, attendre un client, et lancer un thread qui le sert (serve).
        // [
        while (true) {
            var clientSocket = serverSocket.accept();
            new Thread(() -> serve(clientSocket)).start();
        }
        // ]
    }

    private static void serve(Socket client) {
        var address = "('" + client.getInetAddress().getHostAddress() + "', " + client.getPort() + ")";
        // À COMPLÉTER 3 : ajouter le client à CLIENTS, et afficher
        // « Connexion : ('127.0.0.1', 52314) — 2 client(s) ». Plusieurs threads le font en même temps.
        // [
        synchronized (CLIENTS) {
            CLIENTS.add(client);
            System.out.println("Connexion : " + address + " — " + CLIENTS.size() + " client(s)");
        }
        // ]

        // À COMPLÉTER 4 : jusqu'à ce que le client ferme, envoie quit ou disparaisse, recevoir un message (une
        // lecture, 1024 octets au plus), et le transmettre aux autres (forward).
        // [
        try (client) {
            var buffer = new byte[1024];
            int length;
            while ((length = client.getInputStream().read(buffer)) != -1) {
                var message = new String(buffer, 0, length, UTF_8);
                if (message.equalsIgnoreCase("quit")) {
                    break;
                }
                forward(message, client);
            }
        } catch (IOException e) {
            // Une connexion rompue : le client est parti.
        }
        // ]

        // À COMPLÉTER 5 : retirer le client de CLIENTS, et afficher « Départ : ('127.0.0.1', 52314) — 1 client(s) ».
        // [
        synchronized (CLIENTS) {
            CLIENTS.remove(client);
            System.out.println("Départ : " + address + " — " + CLIENTS.size() + " client(s)");
        }
        // ]
    }

    private static void forward(String message, Socket sender) {
        // À COMPLÉTER 6 : envoyer le message à chaque client, sauf à son expéditeur. Un client qui vient de
        // disparaître ne gêne pas les autres.
        // [
        synchronized (CLIENTS) {
            for (var client : CLIENTS) {
                if (client != sender) {
                    try {
                        client.getOutputStream().write(message.getBytes(UTF_8));
                    } catch (IOException e) {
                        // Son propre thread s'en aperçoit aussi, et le retire.
                    }
                }
            }
        }
        // ]
    }
}
