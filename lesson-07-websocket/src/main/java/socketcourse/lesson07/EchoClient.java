package socketcourse.lesson07;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.websocket.ClientEndpoint;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The client of "Client WebSocket": sends two texts on one connection, and shows the answer to each, for which it waits
 * {@value #TIMEOUT_SECONDS} s.
 */
@ClientEndpoint
public final class EchoClient {

    private static final int TIMEOUT_SECONDS = 5;

    /** What came, in order, and nothing at the end. */
    private final BlockingQueue<Optional<String>> replies = new LinkedBlockingQueue<>();

    public static void main(String[] args) {
        var screen = new PrintStream(System.out, true, UTF_8);
        var host = System.getProperty("host", "localhost");
        var port = System.getProperty("port", "8765");

        var endpoint = new EchoClient();
        try (var connection = new WebSocketClient(endpoint, host, Integer.parseInt(port))) {
            for (var text : List.of("Bonjour !", "Comment ça va ?")) {
                connection.send(text);
                screen.println("Réponse : " + endpoint.receive());
            }
        } catch (ConnectException e) {
            fail("Connexion impossible à %s:%s (%s). Lancez d'abord le serveur, puis ce client avec les mêmes "
                    + "-Dhost et -Dport.", host, port, e);
        } catch (IllegalArgumentException e) {
            fail("Port invalide : %s. Un port est un nombre de 0 à 65535.", port);
        } catch (IOException | InterruptedException e) {
            fail("Échec sur %s:%s (%s).", host, port, e);
        }
        // A thread of Tyrus may outlive its connection by a moment, and exec:java takes the classes away after main.
        System.exit(0);
    }

    @OnMessage
    public void onMessage(String text) {
        replies.add(Optional.of(text));
    }

    @OnClose
    public void onClose() {
        replies.add(Optional.empty());
    }

    private String receive() throws IOException, InterruptedException {
        var reply = replies.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        if (reply == null) {
            throw new SocketTimeoutException("no answer in " + TIMEOUT_SECONDS + " s");
        }
        return reply.orElseThrow(() -> new EOFException("the server closed the connection"));
    }

    private static void fail(String message, Object... details) {
        new PrintStream(System.err, true, UTF_8).println(message.formatted(details));
        System.exit(1);
    }
}
