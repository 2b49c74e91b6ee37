package socketcourse.lesson07;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import socketcourse.websockets.WebSockets;

/** The server of "Serveur WebSocket": answers each text with the same text. */
@ServerEndpoint("/")
public final class EchoServer {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "8765"));

        try (var server = WebSockets.serve(EchoServer.class, host, port)) {
            System.out.println("Serveur WebSocket en écoute sur " + server.uri());
            server.serveForever();
        }
    }

    @OnOpen
    public void onOpen(Session client) {
        System.out.println("Nouvelle connexion : " + WebSockets.remoteAddress(client));
    }

    @OnMessage
    public void onMessage(String text, Session client) {
        System.out.println("Reçu : " + text);
        client.getAsyncRemote().sendText("Echo : " + text);
    }

    @OnClose
    public void onClose(Session client) {
        System.out.println("Connexion fermée : " + WebSockets.remoteAddress(client));
    }
}
