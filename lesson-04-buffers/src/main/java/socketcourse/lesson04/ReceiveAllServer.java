package socketcourse.lesson04;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Le serveur de « Recevoir un message complet » : reçoit jusqu'à la fermeture, puis affiche octets et lectures. */
public final class ReceiveAllServer {

    /** Le nombre de lectures de receiveAll. */
    private static int reads;

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));
        var bufferSize = Integer.parseInt(System.getProperty("buffer", "1024"));
        if (bufferSize < 1) {
            throw new IllegalArgumentException("-Dbuffer=" + bufferSize);
        }

        try (var serverSocket = new ServerSocket()) {
            serverSocket.bind(new InetSocketAddress(host, port));

            try (var clientSocket = serverSocket.accept()) {
                var message = receiveAll(clientSocket.getInputStream(), bufferSize);
                System.out.println("Message complet : " + count(message.length, "octet") + " en "
                        + count(reads, "lecture"));
            }
        }
    }

    /** Reçoit jusqu'à la fermeture de la connexion, {@code bufferSize} octets au plus par lecture. */
    public static byte[] receiveAll(InputStream stream, int bufferSize) throws IOException {
        var message = new ByteArrayOutputStream();
        var buffer = new byte[bufferSize];
        int length;
        // -1 : l'autre bout a fermé et tout est lu.
        while ((length = stream.read(buffer)) != -1) {
            message.write(buffer, 0, length);
            reads++;
        }
        return message.toByteArray();
    }

    /** Accorde le nom : « 1 octet », « 2 octets ». */
    private static String count(int number, String noun) {
        return number + " " + noun + (number < 2 ? "" : "s");
    }
}
