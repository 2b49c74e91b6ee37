package socketcourse.lesson03;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

/** The client of "Client UDP": sends one datagram and shows the answer, for which it waits 2 s. */
public final class Client {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        try (var clientSocket = new DatagramSocket()) {
            // Sending succeeds even if nobody is there: UDP does not ask.
            var message = "Hello UDP !".getBytes(UTF_8);
            clientSocket.send(new DatagramPacket(message, message.length, InetAddress.getByName(host), port));

            // So an answer may never come, and who waits for it sets a limit.
            clientSocket.setSoTimeout(2000);
            var datagram = new DatagramPacket(new byte[1024], 1024);
            clientSocket.receive(datagram);
            System.out.println("Réponse : " + new String(datagram.getData(), 0, datagram.getLength(), UTF_8));
        }
    }
}
