package socketcourse.lesson03;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;

/** Le serveur de « Serveur UDP » : affiche un datagramme et répond à son expéditeur. */
public final class Server {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        // Ni listen ni accept en UDP : un socket lié à une adresse peut recevoir.
        try (var serverSocket = new DatagramSocket(new InetSocketAddress(host, port))) {
            System.out.println("Serveur UDP en écoute...");

            // Un datagramme, 1024 octets au plus, avec l'adresse de son expéditeur.
            var datagram = new DatagramPacket(new byte[1024], 1024);
            serverSocket.receive(datagram);
            var message = new String(datagram.getData(), 0, datagram.getLength(), UTF_8);
            var clientAddress = datagram.getAddress().getHostAddress();
            System.out.println("Message de ('" + clientAddress + "', " + datagram.getPort() + ") : " + message);

            // Le paquet contient encore l'adresse de l'expéditeur : la réponse lui sera donc envoyée.
            datagram.setData("Message bien reçu !".getBytes(UTF_8));
            serverSocket.send(datagram);
        }
    }
}
