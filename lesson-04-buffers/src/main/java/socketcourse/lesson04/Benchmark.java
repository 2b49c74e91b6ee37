package socketcourse.lesson04;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;

/**
 * La mesure de « Quelle taille choisir ? » : le même message de {@code -Dsize} octets, reçu avec cinq tailles de
 * tampon. Chaque ligne est la moyenne de plusieurs messages, reçus pendant 200 ms au moins.
 */
public final class Benchmark {

    private static final int[] BUFFER_SIZES = {10, 100, 1024, 4096, 65535};

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));
        var size = Integer.parseInt(System.getProperty("size", "50000000"));
        if (size < 0) {
            throw new IllegalArgumentException("-Dsize=" + size);
        }

        try (var serverSocket = new ServerSocket()) {
            serverSocket.bind(new InetSocketAddress(host, port));
            System.out.println("| Buffer (octets) | Lectures | Durée (ms) | Débit (Mo/s) |");
            System.out.println("|----------------:|---------:|-----------:|-------------:|");

            for (var bufferSize : BUFFER_SIZES) {
                var messages = 0;
                var reads = 0L;
                var nanos = 0L;
                while (nanos < TimeUnit.MILLISECONDS.toNanos(200)) {
                    // Se connecter avant accept : la poignée de main ne l'attend pas.
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
                System.out.println("| %15s | %8s | %10s | %12s |".formatted(bufferSize, reads / messages,
                        TimeUnit.NANOSECONDS.toMillis(nanos / messages), 1000L * size * messages / nanos));
            }
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
}
