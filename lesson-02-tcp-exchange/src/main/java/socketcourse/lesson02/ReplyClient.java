package socketcourse.lesson02;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** The client of "Serveur qui répond au client": sends one message and shows the answer. */
public final class ReplyClient {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        try (var clientSocket = new Socket()) {
            clientSocket.connect(new InetSocketAddress(host, port));
            clientSocket.getOutputStream().write("Salut le serveur !".getBytes(UTF_8));

            // One receive: what has arrived, at most 1024 bytes; -1 when the server closed without a word.
            var buffer = new byte[1024];
            var length = Math.max(0, clientSocket.getInputStream().read(buffer));
            System.out.println("Réponse du serveur : " + new String(buffer, 0, length, UTF_8));
        }
    }
}
