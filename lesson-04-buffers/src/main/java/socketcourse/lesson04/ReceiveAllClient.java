package socketcourse.lesson04;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.Socket;
import java.util.Arrays;

/**
 * The client of "Recevoir un message complet": sends {@code -Dsize} bytes and closes, which says that this is all.
 */
public final class ReceiveAllClient {

    public static void main(String[] args) {
        var host = System.getProperty("host", "localhost");
        var port = System.getProperty("port", "9999");
        var size = System.getProperty("size", "1000000");

        try (var socket = new Socket(host, Integer.parseInt(port))) {
            var message = new byte[Integer.parseInt(size)];
            Arrays.fill(message, (byte) 'A');
            socket.getOutputStream().write(message);
        } catch (ConnectException e) {
            fail("Connexion impossible à %s:%s (%s). Lancez d'abord le serveur, puis ce client avec les mêmes "
                    + "-Dhost et -Dport.", host, port, e);
        } catch (IllegalArgumentException | NegativeArraySizeException e) {
            fail("Propriété invalide (%s). -Dport va de 0 à 65535, -Dsize est un nombre d'octets.", e);
        } catch (OutOfMemoryError | ArithmeticException e) {
            fail("Message trop grand pour la mémoire (%s). Essayez un message plus petit avec -Dsize.", e);
        } catch (IOException e) {
            fail("Échec sur %s:%s (%s).", host, port, e);
        }
    }

    private static void fail(String message, Object... details) {
        new PrintStream(System.err, true, UTF_8).println(message.formatted(details));
        System.exit(1);
    }
}
