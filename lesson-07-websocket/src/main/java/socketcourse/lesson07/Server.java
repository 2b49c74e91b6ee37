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

/** The server of "Application de chat en temps réel": passes each message on to all the other clients. */
@ServerEndpoint("/")
public final class Server {

    /** A concurrent set, because clients join and leave while a message is passed on. */
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
        // Whoever counts holds the set, so that the lines count in order.
        synchronized (CLIENTS) {
            CLIENTS.add(client);
            System.out.println("Connexion : " + WebSockets.remoteAddress(client)
                    + " — " + CLIENTS.size() + " client(s) connecté(s)");
        }
    }

    @OnMessage
    public void onMessage(String text, Session sender) {
        System.out.println("Message de " + WebSockets.remoteAddress(sender) + " : " + text);
        WebSockets.broadcast(CLIENTS, sender, text);
    }

    /** The script's {@code finally}: without it, a client that vanished would be written to for ever. */
    @OnClose
    public void onClose(Session client) {
        synchronized (CLIENTS) {
            CLIENTS.remove(client);
            System.out.println("Déconnexion : " + WebSockets.remoteAddress(client)
                    + " — " + CLIENTS.size() + " client(s) restant(s)");
        }
    }
}
