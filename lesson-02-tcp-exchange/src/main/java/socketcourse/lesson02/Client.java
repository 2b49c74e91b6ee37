package socketcourse.lesson02;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** The client of "Client qui envoie un message": sends one message and hangs up. */
public final class Client {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        try (var clientSocket = new Socket()) {
            clientSocket.connect(new InetSocketAddress(host, port));
            // A socket carries bytes, not strings: encode.
            clientSocket.getOutputStream().write("Salut le serveur !".getBytes(UTF_8));
        }
    }
}
