package socketcourse.websockets;

import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;

/** An endpoint that answers each text with the same text. */
@ServerEndpoint("/")
public final class Echo {

    @OnMessage
    public String onMessage(String text) {
        return text;
    }
}
