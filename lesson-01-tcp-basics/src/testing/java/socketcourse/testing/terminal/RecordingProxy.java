package socketcourse.testing.terminal;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import socketcourse.relay.Excerpt;
import socketcourse.relay.TcpRelay;
import socketcourse.testing.net.Sockets;
import socketcourse.testing.process.IdleTimeout;
import socketcourse.testing.report.Printable;

/**
 * A proxy between a graded program and one of ours, which records their bytes for the report. As
 * {@link Connection#finishSending} does, it lets the graded program close first.
 */
final class RecordingProxy {

    private final Terminals terminals;
    private final Terminal client;
    private final Terminal server;
    private final CountDownLatch gradedClosed = new CountDownLatch(1);

    RecordingProxy(Terminals terminals, Terminal client, Terminal server) {
        this.terminals = terminals;
        this.client = client;
        this.server = server;
    }

    /** Waits for the client in a thread of its own and connects it with the server. */
    void start(ServerSocket serverSocket) {
        var thread = new Thread(() -> {
            try (var toClient = serverSocket.accept(); var toServer = server.connect()) {
                client.markStarted();
                toServer.setSoTimeout(0);
                var toGraded = client.isGraded() ? toClient : toServer;
                new TcpRelay(TcpRelay.LARGEST_READ, 0).carry(toClient, new Recorder(client, toGraded), toServer,
                        new Recorder(server, toGraded));
            } catch (IOException | InterruptedException e) {
                // The connection is closed or was never made; both programs notice.
            }
        }, "recording proxy");
        thread.setDaemon(true);
        thread.start();
    }

    /** Records the bytes of one sender. */
    private final class Recorder implements TcpRelay.Tap {

        private final Terminal sender;
        private final Socket toGraded;

        Recorder(Terminal sender, Socket toGraded) {
            this.sender = sender;
            this.toGraded = toGraded;
        }

        @Override
        public void bytes(byte[] buffer, int length) {
            terminals.note("envoyé par %s : %s", sender.name(), Printable.bytes(Excerpt.of(buffer, 0, length)));
            terminals.received(length);
        }

        @Override
        public void fin() {
            terminals.note("connexion fermée par %s", sender.name());
            if (sender.isGraded()) {
                gradedClosed.countDown();
            } else if (isClosedByGraded() && !graded().staysAlive()) {
                // RST in place of the second FIN: otherwise the graded program's port would be in TIME_WAIT.
                reset(toGraded);
            }
        }

        private Terminal graded() {
            return client.isGraded() ? client : server;
        }

        /** Waits until the graded program has closed the connection or is idle; returns whether it has closed. */
        private boolean isClosedByGraded() {
            var rest = graded().untilShortRest();
            try {
                while (!gradedClosed.await(IdleTimeout.REST_INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                    if (rest.isOver()) {
                        return false;
                    }
                }
                return true;
            } catch (InterruptedException e) {
                throw new AssertionError("interrupted while forwarding", e);
            }
        }

        @Override
        public void rst() {
            if (!toGraded.isClosed()) {
                terminals.note("connexion rompue par %s", sender.name());
            }
        }
    }

    private static void reset(Socket socket) {
        try {
            Sockets.reset(socket);
        } catch (IOException e) {
            // The socket is closed already.
        }
    }
}
