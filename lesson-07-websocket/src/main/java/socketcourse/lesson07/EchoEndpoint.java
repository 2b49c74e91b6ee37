package socketcourse.lesson07;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.PrintStream;

/** The handler of "Serveur WebSocket": answers each text with the same text. */
@ServerEndpoint("/")
public class EchoEndpoint {

    private static final PrintStream SCREEN = new PrintStream(System.out, true, UTF_8);

    @OnOpen
    public void onOpen(Session client) {
        SCREEN.println("Nouvelle connexion : " + WebSocketServer.address(client));
    }

    @OnMessage
    public void onMessage(String text, Session client) {
        SCREEN.println("Reçu : " + text);
        client.getAsyncRemote().sendText("Echo : " + text);
    }

    @OnClose
    public void onClose(Session client) {
        SCREEN.println("Connexion fermée : " + WebSocketServer.address(client));
    }
}
