package socketcourse.lesson07;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import socketcourse.websockets.WebSockets;

/** Le serveur de « Application de chat en temps réel » : transmet chaque message à tous les autres clients. */
@ServerEndpoint("/")
public final class Server {

    /**
     * {@code static}, car Jakarta crée un objet {@code Server} par client. Un ensemble concurrent, car des clients
     * arrivent et partent pendant qu'on le parcourt.
     */
    private static final Set<Session> CLIENTS = ConcurrentHashMap.newKeySet();

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "8765"));

        try (var server = WebSockets.serve(Server.class, host, port, "/", "/chat")) {
            System.out.println("Serveur de chat sur " + server.uri());
            server.serveForever();
        }
    }

    @OnOpen
    public void onOpen(Session client) {
        // L'ensemble n'a pas besoin de ce verrou, les lignes si : deux arrivées afficheraient le même nombre.
        synchronized (CLIENTS) {
            CLIENTS.add(client);
            System.out.println("Connexion : " + WebSockets.remoteAddress(client)
                    + " — " + CLIENTS.size() + " client(s) connecté(s)");
        }
    }

    @OnMessage
    public void onMessage(String text, Session sender) {
        System.out.println("Message de " + WebSockets.remoteAddress(sender) + " : " + text);
        // La même trame pour tous ; l'envoi n'attend personne.
        var frame = WebSockets.textFrame(text);
        for (var client : CLIENTS) {
            if (client != sender) {
                WebSockets.send(client, frame);
            }
        }
    }

    /** Le {@code finally} du script : sans lui, le serveur écrirait indéfiniment à un client parti. */
    @OnClose
    public void onClose(Session client) {
        synchronized (CLIENTS) {
            CLIENTS.remove(client);
            System.out.println("Déconnexion : " + WebSockets.remoteAddress(client)
                    + " — " + CLIENTS.size() + " client(s) restant(s)");
        }
    }
}
