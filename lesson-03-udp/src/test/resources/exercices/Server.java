import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;

/** Affiche un datagramme et répond à son expéditeur. */
public class Server {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        // À COMPLÉTER 1 : créer un socket UDP lié à l'adresse (host, port), et annoncer « Serveur UDP en écoute... ».
        // [
        var serverSocket = new DatagramSocket(new InetSocketAddress(host, port));
        System.out.println("Serveur UDP en écoute...");
        // ]

        // À COMPLÉTER 2 : recevoir un datagramme, 1024 octets au plus.
        // [
        var datagram = new DatagramPacket(new byte[1024], 1024);
        serverSocket.receive(datagram);
        // ]

        // À COMPLÉTER 3 : afficher « Message de ('127.0.0.1', 52314) : » suivi du texte, avec l'adresse de
        // l'expéditeur.
        // [
        var message = new String(datagram.getData(), 0, datagram.getLength(), UTF_8);
        var clientAddress = datagram.getAddress().getHostAddress();
        System.out.println("Message de ('" + clientAddress + "', " + datagram.getPort() + ") : " + message);
        // ]

        // À COMPLÉTER 4 : envoyer « Message bien reçu ! » à l'expéditeur.
        // [
        var reply = "Message bien reçu !".getBytes(UTF_8);
        serverSocket.send(new DatagramPacket(reply, reply.length, datagram.getSocketAddress()));
        // ]

        // À COMPLÉTER 5 : fermer le socket.
        // [
        serverSocket.close();
        // ]
    }
}
