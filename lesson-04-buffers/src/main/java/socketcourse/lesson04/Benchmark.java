package socketcourse.lesson04;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Measures "Quelle taille choisir ?": the same message of {@code -Dsize} bytes, received with buffers of five sizes. A
 * row is the mean of as many messages as start within 200 ms. {@code -Dmermaid=true} adds the chart of the lesson's
 * page.
 */
public final class Benchmark {

    private static final int[] BUFFER_SIZES = {10, 100, 1024, 4096, 65535};

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));
        var size = Integer.parseInt(System.getProperty("size", "50000000"));
        if (size < 1) {
            throw new IllegalArgumentException("-Dsize=" + size);
        }

        var throughputs = new ArrayList<Long>();
        try (var serverSocket = new ServerSocket()) {
            serverSocket.bind(new InetSocketAddress(host, port));
            System.out.println("| Buffer (octets) | Lectures | Durée (ms) | Débit (Mo/s) |");
            System.out.println("|----------------:|---------:|-----------:|-------------:|");

            for (var bufferSize : BUFFER_SIZES) {
                var messages = 0;
                var reads = 0L;
                var nanos = 0L;
                while (nanos < TimeUnit.MILLISECONDS.toNanos(200)) {
                    // Connected before it is accepted: the handshake does not wait for accept.
                    try (var sender = new Socket(serverSocket.getInetAddress(), serverSocket.getLocalPort());
                            var receiver = serverSocket.accept()) {
                        new Thread(() -> send(sender, size)).start();
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
                throughputs.add(1000L * size * messages / nanos);
                System.out.println("| %15s | %8s | %10s | %12s |".formatted(bufferSize, reads / messages,
                        TimeUnit.NANOSECONDS.toMillis(nanos / messages), throughputs.get(throughputs.size() - 1)));
            }
        }
        if (Boolean.getBoolean("mermaid")) {
            System.out.println(chart(throughputs));
        }
    }

    private static void send(Socket socket, int size) {
        try (socket) {
            var block = new byte[64_000];
            for (var left = size; left > 0; left -= block.length) {
                socket.getOutputStream().write(block, 0, Math.min(left, block.length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String chart(List<Long> throughputs) {
        return """

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
                System.getProperty("os.arch"), Runtime.getRuntime().availableProcessors());
    }
}
