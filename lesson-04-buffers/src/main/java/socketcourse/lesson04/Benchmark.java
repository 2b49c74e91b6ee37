package socketcourse.lesson04;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.TimeUnit;

/**
 * Measures "Quelle taille choisir ?", as a table and as a chart (Mermaid): the same message of {@code -Dsize} bytes,
 * received with buffers of five sizes. A row is the mean of as many messages as start within 200 ms.
 */
public final class Benchmark {

    private static final int[] BUFFER_SIZES = {10, 100, 1024, 4096, 65535};

    public static void main(String[] args) {
        var screen = new PrintStream(System.out, true, UTF_8);
        var host = System.getProperty("host", "localhost");
        var port = System.getProperty("port", "9999");
        var size = System.getProperty("size", "50000000");

        try (var serverSocket = new ServerSocket()) {
            var messageSize = Integer.parseInt(size);
            serverSocket.bind(new InetSocketAddress(host, Integer.parseInt(port)));
            screen.println("| Buffer (octets) | Lectures | Durée (ms) | Débit (Mo/s) |");
            screen.println("|----------------:|---------:|-----------:|-------------:|");

            var throughputs = new ArrayList<Long>();
            for (var bufferSize : BUFFER_SIZES) {
                var messages = 0;
                var reads = 0L;
                var nanos = 0L;
                while (nanos < TimeUnit.MILLISECONDS.toNanos(200)) {
                    // Connected before it is accepted: the handshake does not wait for accept.
                    try (var sender = new Socket(serverSocket.getInetAddress(), serverSocket.getLocalPort());
                            var receiver = serverSocket.accept()) {
                        new Thread(() -> send(sender, messageSize)).start();
                        var stream = receiver.getInputStream();
                        var buffer = new byte[bufferSize];
                        var start = System.nanoTime();
                        while (stream.read(buffer) != -1) {
                            reads++;
                        }
                        nanos += System.nanoTime() - start;
                        messages++;
                    }
                }
                var throughput = 1000L * messageSize * messages / nanos;
                throughputs.add(throughput);
                screen.println("| %15s | %8s | %10s | %12s |".formatted(bufferSize, reads / messages,
                        TimeUnit.NANOSECONDS.toMillis(nanos / messages), throughput));
            }
            screen.println("""

                    ```mermaid
                    xychart-beta
                        title "Débit selon la taille du buffer"
                        x-axis "Buffer (octets)" %s
                        y-axis "Mo/s" 0 --> %s
                        bar %s
                    ```

                    Mesuré le %s : Java %s, %s %s, %s processeurs.""".formatted(
                    Arrays.toString(BUFFER_SIZES), Collections.max(throughputs), throughputs,
                    LocalDate.now(), System.getProperty("java.version"), System.getProperty("os.name"),
                    System.getProperty("os.arch"), Runtime.getRuntime().availableProcessors()));
        } catch (BindException e) {
            fail("Adresse déjà utilisée ou interdite : %s:%s (%s). Arrêtez le programme qui l'occupe, ou choisissez "
                    + "un autre port à partir de 1024 avec -Dport.", host, port, e);
        } catch (IllegalArgumentException e) {
            fail("Propriété invalide (%s). -Dport va de 0 à 65535, -Dsize est un nombre d'octets.", e);
        } catch (IOException e) {
            fail("Échec sur %s:%s (%s).", host, port, e);
        }
    }

    private static void send(Socket socket, int messageSize) {
        try (socket) {
            var block = new byte[64_000];
            for (var left = messageSize; left > 0; left -= block.length) {
                socket.getOutputStream().write(block, 0, Math.min(left, block.length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fail(String message, Object... details) {
        new PrintStream(System.err, true, UTF_8).println(message.formatted(details));
        System.exit(1);
    }
}
