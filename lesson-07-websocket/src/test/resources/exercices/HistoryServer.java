import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import socketcourse.websockets.WebSockets;

/** Le serveur du chat, qui envoie d'abord à chaque nouveau client les dix derniers messages. */
@ServerEndpoint("/")
public class HistoryServer {

    private static final Set<Session> CLIENTS = new HashSet<>();
    private static final Deque<String> HISTORY = new ArrayDeque<>();

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "8765"));

        // À COMPLÉTER 1 : démarrer le serveur et l'annoncer, comme le serveur du chat.
        // [
        var server = WebSockets.serve(HistoryServer.class, host, port, "/", "/chat");
        System.out.println("Serveur de chat sur " + server.uri());
        server.serveForever();
        // ]
    }

    @OnOpen
    public void onOpen(Session client) {
        // À COMPLÉTER 2 : ajouter le client et l'annoncer, comme le serveur du chat, et lui envoyer les messages de
        // HISTORY, le plus ancien d'abord. Aucun nouveau message ne doit passer avant eux.
        // [
        synchronized (CLIENTS) {
            CLIENTS.add(client);
            System.out.println("Connexion : " + WebSockets.remoteAddress(client)
                    + " — " + CLIENTS.size() + " client(s) connecté(s)");
            for (var text : HISTORY) {
                WebSockets.broadcast(Set.of(client), null, text);
            }
        }
        // ]
    }

    @OnMessage
    public void onMessage(String text, Session sender) {
        // À COMPLÉTER 3 : afficher le message et le transmettre aux autres, comme le serveur du chat.
        // À COMPLÉTER 4 : l'ajouter à HISTORY, qui ne garde que les dix derniers.
        // [
        synchronized (CLIENTS) {
            System.out.println("Message de " + WebSockets.remoteAddress(sender) + " : " + text);
            WebSockets.broadcast(CLIENTS, sender, text);
            HISTORY.addLast(text);
            if (HISTORY.size() > 10) {
                HISTORY.removeFirst();
            }
        }
        // ]
    }

    @OnClose
    public void onClose(Session client) {
        // À COMPLÉTER 5 : retirer le client et l'annoncer, comme le serveur du chat.
        // [
        synchronized (CLIENTS) {
            CLIENTS.remove(client);
            System.out.println("Déconnexion : " + WebSockets.remoteAddress(client)
                    + " — " + CLIENTS.size() + " client(s) restant(s)");
        }
        // ]
    }
}
