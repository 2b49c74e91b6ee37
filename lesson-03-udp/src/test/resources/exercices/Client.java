import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

/** Envoie un datagramme et affiche la réponse, qu'il attend 2 s. */
public class Client {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        // À COMPLÉTER 1 : créer un socket UDP.
        // [
        var clientSocket = new DatagramSocket();
        // ]

        // À COMPLÉTER 2 : envoyer « Hello UDP ! » au serveur (host, port), en un datagramme.
        // [
        var message = "Hello UDP !".getBytes(UTF_8);
        clientSocket.send(new DatagramPacket(message, message.length, InetAddress.getByName(host), port));
        // ]

        // À COMPLÉTER 3 : limiter l'attente à 2 s.
        // [
        clientSocket.setSoTimeout(2000);
        // ]

        // À COMPLÉTER 4 : recevoir la réponse, 1024 octets au plus, et afficher « Réponse : » suivi du texte.
        // [
        var datagram = new DatagramPacket(new byte[1024], 1024);
        clientSocket.receive(datagram);
        System.out.println("Réponse : " + new String(datagram.getData(), 0, datagram.getLength(), UTF_8));
        // ]

        // À COMPLÉTER 5 : fermer le socket.
        // [
        clientSocket.close();
        // ]
    }
}
