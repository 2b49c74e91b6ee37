import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import socketcourse.websockets.WebSockets;

/** Transmet chaque message à tous les autres clients. */
@ServerEndpoint("/")
public class Server {

    private static final Set<Session> CLIENTS = ConcurrentHashMap.newKeySet();

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "8765"));

        // À COMPLÉTER 1 : démarrer un serveur dont cette classe est l'endpoint, aux chemins « / » et « /chat »,
        // annoncer « Serveur de chat sur ws://localhost:8765 », et servir sans fin.
    }

    @OnOpen
    public void onOpen(Session client) {
        // À COMPLÉTER 2 : ajouter le client à CLIENTS, et afficher
        // « Connexion : ('127.0.0.1', 52314) — 1 client(s) connecté(s) ».
    }

    @OnMessage
    public void onMessage(String text, Session sender) {
        // À COMPLÉTER 3 : afficher « Message de ('127.0.0.1', 52314) : » suivi du texte, et transmettre le texte à
        // tous les autres clients.
    }

    @OnClose
    public void onClose(Session client) {
        // À COMPLÉTER 4 : retirer le client de CLIENTS, et afficher
        // « Déconnexion : ('127.0.0.1', 52314) — 0 client(s) restant(s) ».
    }
}
