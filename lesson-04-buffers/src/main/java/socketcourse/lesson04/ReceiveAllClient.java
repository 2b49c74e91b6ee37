package socketcourse.lesson04;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;

/** The client of "Recevoir un message complet": sends {@code -Dsize} bytes and closes, which says that this is all. */
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
