package socketcourse.testing.terminal;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import socketcourse.testing.report.Printable;
import socketcourse.testing.terminal.Rest;
import socketcourse.testing.terminal.Terminal;
import socketcourse.testing.terminal.Terminals;
import socketcourse.relay.Excerpt;
import socketcourse.relay.TcpRelay;

/**
 * Carries one connection between a program that is judged and our own, and keeps in mind for the report what passes. It
 * lets the judged one hang up first, as {@link Connection#finishSending} does.
 */
public final class RecordingProxy {

    private final Terminals terminals;
    private final CountDownLatch judgedHungUp = new CountDownLatch(1);

    /** A relay for a test that has these terminals. */
    public RecordingProxy(Terminals terminals) {
        this.terminals = terminals;
    }

    /** Waits for a client at the server socket and connects it with a server. */
    public void start(ServerSocket serverSocket, Terminal client, Terminal server, boolean clientIsJudged) {
        var thread = new Thread(() -> {
            try (var toClient = serverSocket.accept(); var toServer = server.connect()) {
                client.markStarted();
                toServer.setSoTimeout(0);
                var judged = clientIsJudged ? client : server;
                new TcpRelay(TcpRelay.LARGEST_READ, 0).carry(toClient, tap(client, judged), toServer,
                        tap(server, judged));
            } catch (IOException | InterruptedException e) {
                // There is no connection, or no longer one, and the programs notice.
            }
        }, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private TcpRelay.Tap tap(Terminal sender, Terminal judged) {
        return new TcpRelay.Tap() {

            @Override
            public void bytes(byte[] buffer, int length) {
                terminals.note("envoyé par %s : %s", sender.name(), Printable.bytes(Excerpt.of(buffer, 0, length)));
                terminals.received(length);
            }

            @Override
            public void fin() {
                terminals.note("connexion fermée par %s", sender.name());
                if (sender == judged) {
                    judgedHungUp.countDown();
                    return;
                }
                try {
                    var rest = judged.rest();
                    while (!judgedHungUp.await(Rest.LOOK.toMillis(), TimeUnit.MILLISECONDS) && !rest.hasCome()) {
                        // It may be about to hang up.
                    }
                } catch (InterruptedException e) {
                    throw new AssertionError("nobody interrupts the relay", e);
                }
            }

            @Override
            public void rst() {
                terminals.note("connexion rompue par %s", sender.name());
            }
        };
    }
}
