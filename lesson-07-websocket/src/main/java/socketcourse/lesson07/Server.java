package socketcourse.lesson07;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.util.concurrent.CompletableFuture;

/**
 * The server of "Application de chat en temps réel", at {@code /} and at {@code /chat}.
 */
public final class Server {

    public static void main(String[] args) {
        var screen = new PrintStream(System.out, true, UTF_8);
        var host = System.getProperty("host", "localhost");
        var port = System.getProperty("port", "8765");

        try (var server = new WebSocketServer(host, Integer.parseInt(port), ChatEndpoint.class, ChatPath.class)) {
            screen.println("Serveur de chat sur ws://" + host + ":" + server.port());
            // For ever: the course's asyncio.Future().
            new CompletableFuture<Void>().join();
        } catch (BindException e) {
            fail("Adresse déjà utilisée ou interdite : %s:%s (%s). Arrêtez le programme qui l'occupe, ou choisissez "
                    + "un autre port à partir de 1024 avec -Dport.", host, port, e);
        } catch (IllegalArgumentException e) {
            fail("Port invalide : %s. Un port est un nombre de 0 à 65535.", port);
        } catch (IOException e) {
            fail("Échec sur %s:%s (%s).", host, port, e);
        }
    }

    /** The same chat at another path. */
    @ServerEndpoint("/chat")
    public static final class ChatPath extends ChatEndpoint {
    }

    private static void fail(String message, Object... details) {
        new PrintStream(System.err, true, UTF_8).println(message.formatted(details));
        System.exit(1);
    }
}
