package socketcourse.lesson03;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;

/** The server of "Serveur UDP": shows one datagram and answers whoever sent it. */
public final class Server {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        // Bound is ready: in UDP nobody listens, and nobody is accepted.
        try (var serverSocket = new DatagramSocket(new InetSocketAddress(host, port))) {
            System.out.println("Serveur UDP en écoute...");

            // One datagram, at most 1024 bytes of it. It says who sent it: nothing else tells whom to answer.
            var datagram = new DatagramPacket(new byte[1024], 1024);
            serverSocket.receive(datagram);
            System.out.printf("Message de ('%s', %s) : %s%n", datagram.getAddress().getHostAddress(),
                    datagram.getPort(), new String(datagram.getData(), 0, datagram.getLength(), UTF_8));

            datagram.setData("Message bien reçu !".getBytes(UTF_8));
            serverSocket.send(datagram);
        }
    }
}
