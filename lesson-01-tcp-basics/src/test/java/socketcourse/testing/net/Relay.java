package socketcourse.testing.net;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import socketcourse.testing.terminal.Terminal;

/**
 * Carries the bytes of one connection between a program that is judged and our own, and lets the judged one hang up
 * first, as {@link Connection#close} does.
 */
public final class Relay {

    private Relay() {
    }

    /** Waits for a client at the server socket, says that it came, and connects it with a server. */
    public static void start(ServerSocket serverSocket, Terminal server, Runnable clientCame, boolean clientIsJudged) {
        thread(() -> {
            try (var client = serverSocket.accept(); var toServer = server.connect()) {
                clientCame.run();
                toServer.setSoTimeout(0);
                carry(clientIsJudged ? client : toServer, clientIsJudged ? toServer : client);
            }
        });
    }

    private static void carry(Socket judged, Socket ours) throws IOException, InterruptedException {
        var fromJudged = thread(() -> {
            judged.getInputStream().transferTo(ours.getOutputStream());
            ours.shutdownOutput();
        });
        ours.getInputStream().transferTo(judged.getOutputStream());
        fromJudged.join(Connection.HANG_UP.toMillis());
        judged.shutdownOutput();
        fromJudged.join();
    }

    private interface Work {

        void run() throws IOException, InterruptedException;
    }

    private static Thread thread(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException | InterruptedException e) {
                // The connection is broken, and the programs notice.
            }
        }, "relay");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
