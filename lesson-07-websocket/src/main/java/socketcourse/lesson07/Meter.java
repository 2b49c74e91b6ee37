package socketcourse.lesson07;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.LongAdder;
import socketcourse.relay.TcpRelay;

/** Un relais entre des clients et un serveur, qui compte les octets des deux sens. */
final class Meter implements AutoCloseable {

    private final ServerSocket serverSocket = new ServerSocket();
    private final TcpRelay relay = new TcpRelay(TcpRelay.LARGEST_READ, 0);
    private final LongAdder bytes = new LongAdder();
    private volatile int serverPort;

    private final TcpRelay.Tap counter = new TcpRelay.Tap() {

        @Override
        public void bytes(byte[] buffer, int length) {
            bytes.add(length);
        }

        @Override
        public void fin() {
            // Seuls les octets comptent.
        }

        @Override
        public void rst() {
            // Seuls les octets comptent.
        }
    };

    Meter(String host, int port) throws IOException {
        serverSocket.bind(new InetSocketAddress(host, port));
        start(() -> {
            while (true) {
                var client = serverSocket.accept();
                start(() -> carry(client));
            }
        });
    }

    int port() {
        return serverSocket.getLocalPort();
    }

    long bytes() {
        return bytes.sum();
    }

    /** Choisit le serveur des prochains clients, par son port sur cette machine. */
    void forwardTo(int port) {
        serverPort = port;
    }

    private void carry(Socket client) throws IOException, InterruptedException {
        try (client; var server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            relay.carry(client, counter, server, counter);
        }
    }

    private interface Task {
        void run() throws IOException, InterruptedException;
    }

    private static void start(Task task) {
        var thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException | InterruptedException e) {
                // L'un des deux bouts a fermé : il n'y a plus rien à transmettre.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        serverSocket.close();
    }
}
