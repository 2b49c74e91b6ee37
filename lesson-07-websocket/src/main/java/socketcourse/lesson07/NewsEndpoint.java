package socketcourse.lesson07;

import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import socketcourse.websockets.WebSockets;

/** Le serveur WebSocket : envoie chaque message dès qu'il est écrit, sans qu'on le demande. */
@ServerEndpoint("/")
public final class NewsEndpoint {

    @OnOpen
    public void onOpen(Session client) {
        var sender = new Thread(() -> {
            while (client.isOpen()) {
                WebSockets.send(client, WebSockets.textFrame(String.valueOf(News.take())));
            }
        });
        sender.setDaemon(true);
        sender.start();
    }
}
