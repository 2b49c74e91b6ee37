package socketcourse.lesson07;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.PrintStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The handler of "Application de chat en temps réel": passes each message on to all the other clients. */
@ServerEndpoint("/")
public class ChatEndpoint {

    /** Whoever counts the clients for a line holds it, so that the lines count in order. */
    private static final PrintStream SCREEN = new PrintStream(System.out, true, UTF_8);

    /** A concurrent set, because clients join and leave while a message is passed on. */
    private static final Set<Session> CLIENTS = ConcurrentHashMap.newKeySet();

    @OnOpen
    public void onOpen(Session client) {
        synchronized (SCREEN) {
            CLIENTS.add(client);
            SCREEN.println("Connexion : " + WebSocketServer.address(client)
                    + " — " + CLIENTS.size() + " client(s) connecté(s)");
        }
    }

    @OnMessage
    public void onMessage(String text, Session sender) {
        SCREEN.println("Message de " + WebSocketServer.address(sender) + " : " + text);
        for (var client : CLIENTS) {
            if (client != sender) {
                send(client, text);
            }
        }
    }

    /** The course's {@code finally}: without it, a client that vanished would be written to for ever. */
    @OnClose
    public void onClose(Session client) {
        synchronized (SCREEN) {
            CLIENTS.remove(client);
            SCREEN.println("Déconnexion : " + WebSocketServer.address(client)
                    + " — " + CLIENTS.size() + " client(s) restant(s)");
        }
    }

    private static void send(Session client, String text) {
        try {
            client.getAsyncRemote().sendText(text);
        } catch (IllegalStateException e) {
            // It has just left; the others still get the message.
        }
    }
}
