package socketcourse.lesson07;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import socketcourse.websockets.WebSockets;

/** Le serveur de « Serveur WebSocket » : renvoie chaque texte à celui qui l'a envoyé. */
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

    // La bibliothèque appelle ces méthodes : à chaque connexion, à chaque message, à chaque fermeture.
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
