package socketcourse.lesson02;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Le client de « Client qui envoie un message » : envoie un message et ferme la connexion. */
public final class Client {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        try (var clientSocket = new Socket()) {
            clientSocket.connect(new InetSocketAddress(host, port));
            // Un socket transporte des octets, pas du texte : encoder.
            clientSocket.getOutputStream().write("Salut le serveur !".getBytes(UTF_8));
        }
    }
}
