package socketcourse.lesson07;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.websocket.ClientEndpoint;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.ConnectException;
import java.util.concurrent.CompletableFuture;

/**
 * The client of "Application de chat en temps réel": sends what is typed, after {@code -Dpseudo} if there is one, and
 * shows what comes meanwhile.
 */
@ClientEndpoint
public final class Client {

    private final PrintStream screen;
    private final CompletableFuture<CloseReason> closed = new CompletableFuture<>();

    private Client(PrintStream screen) {
        this.screen = screen;
    }

    public static void main(String[] args) {
        var screen = new PrintStream(System.out, true, UTF_8);
        var keyboard = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        var host = System.getProperty("host", "localhost");
        var port = System.getProperty("port", "8765");
        var pseudo = System.getProperty("pseudo");
        var prefix = pseudo == null ? "" : pseudo + " : ";

        var endpoint = new Client(screen);
        try (var connection = new WebSocketClient(endpoint, host, Integer.parseInt(port))) {
            // Reading the keyboard must not stop the reception: it has a thread of its own, as the course's
            // run_in_executor has. A daemon, because it may still wait when the server is gone.
            var left = new CompletableFuture<Void>();
            var typist = new Thread(() -> type(connection, keyboard, screen, prefix, left));
            typist.setDaemon(true);
            typist.start();
            CompletableFuture.anyOf(left, endpoint.closed).join();
            if (!left.isDone()) {
                fail("Le serveur %s:%s a fermé la connexion (%s).", host, port, endpoint.closed.join());
            }
        } catch (ConnectException e) {
            fail("Connexion impossible à %s:%s (%s). Lancez d'abord le serveur, puis ce client avec les mêmes "
                    + "-Dhost et -Dport.", host, port, e);
        } catch (IllegalArgumentException e) {
            fail("Port invalide : %s. Un port est un nombre de 0 à 65535.", port);
        } catch (IOException e) {
            fail("Échec sur %s:%s (%s).", host, port, e);
        }
        // A thread of Tyrus may outlive its connection by a moment, and exec:java takes the classes away after main.
        System.exit(0);
    }

    /** Runs on a thread of Tyrus, before the first message. */
    @OnOpen
    public void onOpen() {
        screen.println("Connecté au chat. Tapez vos messages.");
    }

    @OnMessage
    public void onMessage(String text) {
        screen.println("\n[Message reçu] " + text);
    }

    @OnClose
    public void onClose(CloseReason reason) {
        closed.complete(reason);
    }

    private static void type(WebSocketClient connection, BufferedReader keyboard, PrintStream screen, String prefix,
            CompletableFuture<Void> left) {
        try {
            while (true) {
                screen.print("Vous : ");
                var line = keyboard.readLine();
                if (line == null || line.equalsIgnoreCase("quit")) {
                    left.complete(null);
                    return;
                }
                connection.send(prefix + line);
            }
        } catch (IOException e) {
            // The server is gone; onClose says so.
        }
    }

    private static void fail(String message, Object... details) {
        new PrintStream(System.err, true, UTF_8).println(message.formatted(details));
        System.exit(1);
    }
}
