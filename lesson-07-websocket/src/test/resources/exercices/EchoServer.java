import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import socketcourse.websockets.WebSockets;

/** Renvoie chaque texte en écho. */
@ServerEndpoint("/")
public class EchoServer {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "8765"));

        // À COMPLÉTER 1 : démarrer un serveur dont cette classe est l'endpoint, annoncer
        // « Serveur WebSocket en écoute sur ws://localhost:8765 », et servir sans fin.
        // [
        var server = WebSockets.serve(EchoServer.class, host, port);
        System.out.println("Serveur WebSocket en écoute sur " + server.uri());
        server.serveForever();
        // ]
    }

    @OnOpen
    public void onOpen(Session client) {
        // À COMPLÉTER 2 : afficher « Nouvelle connexion : ('127.0.0.1', 52314) ».
        // [
        System.out.println("Nouvelle connexion : " + WebSockets.remoteAddress(client));
        // ]
    }

    @OnMessage
    public void onMessage(String text, Session client) {
        // À COMPLÉTER 3 : afficher « Reçu : » suivi du texte, et renvoyer « Echo : » suivi du texte.
        // [
        System.out.println("Reçu : " + text);
        client.getAsyncRemote().sendText("Echo : " + text);
        // ]
    }

    @OnClose
    public void onClose(Session client) {
        // À COMPLÉTER 4 : afficher « Connexion fermée : ('127.0.0.1', 52314) ».
        // [
        System.out.println("Connexion fermée : " + WebSockets.remoteAddress(client));
        // ]
    }
}
