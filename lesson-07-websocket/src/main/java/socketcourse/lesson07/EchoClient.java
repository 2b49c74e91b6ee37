package socketcourse.lesson07;

import java.io.IOException;
import socketcourse.websockets.WebSockets;

/** Le client de « Client WebSocket » : envoie deux textes sur une seule connexion et affiche les réponses. */
public final class EchoClient {

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "8765"));

        try (var websocket = WebSockets.connect(host, port)) {
            // 5 s au plus par réponse : un serveur de chat, par exemple, n'en envoie aucune.
            websocket.setSoTimeout(5000);
            websocket.send("Bonjour !");
            System.out.println("Réponse : " + websocket.recv());

            websocket.send("Comment ça va ?");
            System.out.println("Réponse : " + websocket.recv());
        }
    }
}
