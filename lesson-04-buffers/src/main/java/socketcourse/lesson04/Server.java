package socketcourse.lesson04;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * The server of "Que se passe-t-il si le message est plus grand que le buffer ?": receives three times, at most 10
 * bytes each, what one client sends in one go.
 */
public final class Server {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));

        try (var serverSocket = new ServerSocket()) {
            serverSocket.bind(new InetSocketAddress(host, port));

            try (var clientSocket = serverSocket.accept()) {
                var buffer = new byte[10];
                for (var chunk = 1; chunk <= 3; chunk++) {
                    // What does not fit waits in the socket's own buffer for the next receive.
                    var length = Math.max(0, clientSocket.getInputStream().read(buffer));
                    System.out.println("Chunk " + chunk + " : " + new String(buffer, 0, length, UTF_8));
                }
            }
        }
    }
}
