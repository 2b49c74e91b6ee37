package socketcourse.lesson03;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

/** Le client de « Client UDP » : envoie un datagramme et affiche la réponse, qu'il attend 2 s. */
public final class Client {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        try (var clientSocket = new DatagramSocket()) {
            // L'envoi réussit même si personne n'écoute : il n'y a pas de connexion.
            var message = "Hello UDP !".getBytes(UTF_8);
            clientSocket.send(new DatagramPacket(message, message.length, InetAddress.getByName(host), port));

            // La réponse peut donc ne jamais arriver : limiter l'attente.
            clientSocket.setSoTimeout(2000);
            var datagram = new DatagramPacket(new byte[1024], 1024);
            clientSocket.receive(datagram);
            System.out.println("Réponse : " + new String(datagram.getData(), 0, datagram.getLength(), UTF_8));
        }
    }
}
