package socketcourse.websockets;

import jakarta.websocket.CloseReason.CloseCodes;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.Principal;
import java.util.function.Consumer;
import org.glassfish.grizzly.Connection;
import org.glassfish.tyrus.container.grizzly.client.TaskProcessor;
import org.glassfish.tyrus.core.CloseReasons;
import org.glassfish.tyrus.spi.WebSocketEngine.UpgradeInfo;

/** One client: what it sends goes to its session, one after the other, and what it is sent to its outbox. */
final class Peer implements Principal {

    private final Connection<?> connection;
    private final Outbox outbox;
    private final FrameRules rules = new FrameRules();
    private final TaskProcessor tasks = new TaskProcessor();
    private volatile org.glassfish.tyrus.spi.Connection session;
    private volatile long lastRead = System.nanoTime();

    /**
     * A client.
     *
     * @param connection its TCP connection
     * @param onClosing  is told when it has been told goodbye
     */
    Peer(Connection<?> connection, Consumer<Outbox> onClosing) {
        this.connection = connection;
        this.outbox = new Outbox(connection, onClosing);
    }

    /** Its address as the course prints it: {@code ('127.0.0.1', 52314)}. */
    @Override
    public String getName() {
        var address = (InetSocketAddress) connection.getPeerAddress();
        return "('%s', %s)".formatted(address.getAddress().getHostAddress(), address.getPort());
    }

    Outbox outbox() {
        return outbox;
    }

    /** Opens its session. What it is sent waits in the outbox until that is opened, too. */
    void join(UpgradeInfo upgrade) {
        lastRead = System.nanoTime();
        session = upgrade.createConnection(outbox, reason -> outbox.close());
    }

    boolean hasJoined() {
        return session != null;
    }

    /** Takes what came from it. */
    void receive(ByteBuffer frames) {
        if (outbox.isClosing()) {
            rules.read(frames);
        } else {
            lastRead = System.nanoTime();
            frames.limit(rules.read(frames));
            if (frames.hasRemaining()) {
                tasks.processTask(task(() -> session.getReadHandler().handle(frames)));
            }
            rules.violation().ifPresent(outbox::close);
        }
        if (rules.closeSeen() && outbox.isClosing()) {
            outbox.close();
        }
    }

    /** Its connection is over. */
    void leave() {
        tasks.processTask(task(() -> session.close(CloseReasons.CLOSED_ABNORMALLY.getCloseReason())));
    }

    private static TaskProcessor.Task task(Runnable action) {
        return new TaskProcessor.Task() {
            @Override
            public void execute() {
                action.run();
            }
        };
    }

    /** How long nothing has come from it, in nanoseconds. */
    long silence() {
        return System.nanoTime() - lastRead;
    }

    /** Says that the server goes away (1001). */
    void closeGoingAway() {
        outbox.close(CloseCodes.GOING_AWAY);
    }
}
