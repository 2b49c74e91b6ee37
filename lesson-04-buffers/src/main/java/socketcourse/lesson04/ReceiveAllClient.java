package socketcourse.lesson04;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;

/** Le client de « Recevoir un message complet » : envoie {@code -Dsize} octets et ferme, ce qui marque la fin. */
public final class ReceiveAllClient {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));
        var size = Integer.parseInt(System.getProperty("size", "1000000"));

        try (var clientSocket = new Socket()) {
            var message = new byte[size];
            Arrays.fill(message, (byte) 'A');
            clientSocket.connect(new InetSocketAddress(host, port));
            clientSocket.getOutputStream().write(message);
        }
    }
}
