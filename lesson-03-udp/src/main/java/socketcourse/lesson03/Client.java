package socketcourse.lesson03;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;

/**
 * The client of "Client UDP": sends one datagram and shows the answer, for which it waits {@value #TIMEOUT_SECONDS} s.
 */
public final class Client {

    private static final int TIMEOUT_SECONDS = 2;

    public static void main(String[] args) {
        var screen = new PrintStream(System.out, true, UTF_8);
        var host = System.getProperty("host", "localhost");
        var port = System.getProperty("port", "9999");

        try (var socket = new DatagramSocket()) {
            // Sending succeeds even if nobody is there: UDP does not ask.
            var message = "Hello UDP !".getBytes(UTF_8);
            socket.send(new DatagramPacket(message, message.length,
                    InetAddress.getByName(host), Integer.parseInt(port)));

            // So an answer may never come, and who waits for it sets a limit.
            socket.setSoTimeout(TIMEOUT_SECONDS * 1000);
            var datagram = new DatagramPacket(new byte[1024], 1024);
            socket.receive(datagram);
            screen.println("Réponse : " + new String(datagram.getData(), 0, datagram.getLength(), UTF_8));
        } catch (SocketTimeoutException e) {
            fail("Pas de réponse de %s:%s en %s s (%s). Lancez d'abord le serveur, puis ce client avec les mêmes "
                    + "-Dhost et -Dport.", host, port, TIMEOUT_SECONDS, e);
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
