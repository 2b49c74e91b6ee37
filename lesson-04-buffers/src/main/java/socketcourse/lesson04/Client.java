package socketcourse.lesson04;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Le client de « Que se passe-t-il si le message est plus grand que le buffer ? » : envoie l'alphabet en une fois. */
public final class Client {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        try (var clientSocket = new Socket()) {
            clientSocket.connect(new InetSocketAddress(host, port));
            clientSocket.getOutputStream().write("ABCDEFGHIJKLMNOPQRSTUVWXYZ".getBytes(UTF_8));
        }
    }
}
