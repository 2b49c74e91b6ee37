package socketcourse.lesson07;

import java.io.IOException;
import socketcourse.websockets.WebSockets;

/** The client of "Client WebSocket": sends two texts on one connection, and shows the answer to each. */
public final class EchoClient {

    /** How long it waits for an answer: a chat server, say, has none. */
    private static final int TIMEOUT_MILLIS = 5000;

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "8765"));

        try (var websocket = WebSockets.connect(host, port)) {
            websocket.setSoTimeout(TIMEOUT_MILLIS);
            websocket.send("Bonjour !");
            System.out.println("Réponse : " + websocket.recv());

            websocket.send("Comment ça va ?");
            System.out.println("Réponse : " + websocket.recv());
        }
    }
}
