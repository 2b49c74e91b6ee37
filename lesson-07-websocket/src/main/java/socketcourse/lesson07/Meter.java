package socketcourse.lesson07;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.LongAdder;

/** Stands between clients and a server, passes on what they say, and counts the bytes in both directions. */
final class Meter implements AutoCloseable {

    private final ServerSocket serverSocket = new ServerSocket();
    private final LongAdder bytes = new LongAdder();
    private volatile int serverPort;

    Meter(String host, int port) throws IOException {
        serverSocket.bind(new InetSocketAddress(host, port));
        start(() -> {
            while (true) {
                var client = serverSocket.accept();
                start(() -> connect(client));
            }
        });
    }

    int port() {
        return serverSocket.getLocalPort();
    }

    long bytes() {
        return bytes.sum();
    }

    /** Tells where the server of the clients to come listens, on this machine. */
    void forwardTo(int port) {
        serverPort = port;
    }

    private void connect(Socket client) throws IOException, InterruptedException {
        try (client; var server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            var answers = start(() -> pass(server, client));
            pass(client, server);
            answers.join();
        }
    }

    private void pass(Socket from, Socket to) throws IOException {
        var buffer = new byte[4096];
        int length;
        while ((length = from.getInputStream().read(buffer)) != -1) {
            bytes.add(length);
            to.getOutputStream().write(buffer, 0, length);
        }
        to.shutdownOutput();
    }

    private interface Task {
        void run() throws IOException, InterruptedException;
    }

    private static Thread start(Task task) {
        var thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException | InterruptedException e) {
                // Closed by one end or the other: there is nothing left to pass on.
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void close() throws IOException {
        serverSocket.close();
    }
}
