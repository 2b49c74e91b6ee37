package socketcourse.lesson03;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;

/**
 * The server of "Serveur UDP": shows one datagram and answers whoever sent it.
 */
public final class Server {

    public static void main(String[] args) {
        var screen = new PrintStream(System.out, true, UTF_8);
        var host = System.getProperty("host", "localhost");
        var port = System.getProperty("port", "9999");

        // Bound is ready: in UDP nobody listens, and nobody is accepted.
        try (var socket = new DatagramSocket(new InetSocketAddress(host, Integer.parseInt(port)))) {
            screen.println("Serveur UDP en écoute...");

            // One datagram, at most 1024 bytes of it. It says who sent it: nothing else tells whom to answer.
            var datagram = new DatagramPacket(new byte[1024], 1024);
            socket.receive(datagram);
            screen.printf("Message de ('%s', %s) : %s%n",
                    datagram.getAddress().getHostAddress(), datagram.getPort(),
                    new String(datagram.getData(), 0, datagram.getLength(), UTF_8));

            var reply = "Message bien reçu !".getBytes(UTF_8);
            socket.send(new DatagramPacket(reply, reply.length, datagram.getSocketAddress()));
        } catch (BindException e) {
            fail("Adresse déjà utilisée ou interdite : %s:%s (%s). Arrêtez le programme qui l'occupe, ou choisissez "
                    + "un autre port à partir de 1024 avec -Dport.", host, port, e);
        } catch (IllegalArgumentException e) {
            fail("Port invalide : %s. Un port est un nombre de 0 à 65535.", port);
        } catch (IOException e) {
            fail("Échec sur %s:%s (%s).", host, port, e);
        }
    }

    private static void fail(String message, Object... details) {
        new PrintStream(System.err, true, UTF_8).println(message.formatted(details));
        System.exit(1);
    }
}
