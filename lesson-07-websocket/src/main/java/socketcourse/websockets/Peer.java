package socketcourse.websockets;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.Principal;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.glassfish.grizzly.Connection;
import org.glassfish.tyrus.container.grizzly.client.TaskProcessor;
import org.glassfish.tyrus.core.CloseReasons;
import org.glassfish.tyrus.spi.WebSocketEngine.UpgradeInfo;

/** One client: its session receives what the client sends, in order; its outbox holds what it is sent. */
final class Peer implements Principal {

    private final Connection<?> connection;
    private final Outbox outbox;
    private final FrameRules rules = new FrameRules();
    private final TaskProcessor tasks = new TaskProcessor();
    private volatile org.glassfish.tyrus.spi.Connection session;
    private volatile long lastRead = System.nanoTime();

    /**
     * Creates a client that has not joined.
     *
     * @param connection the TCP connection
     * @param writer     sends the frames that are for many clients
     * @param onClosing  called when the server closes the WebSocket connection, with the reason
     */
    Peer(Connection<?> connection, Executor writer, BiConsumer<Peer, CloseReason> onClosing) {
        this.connection = connection;
        this.outbox = new Outbox(connection, writer, reason -> onClosing.accept(this, reason));
    }

    /** Returns the address as the course prints it: {@code ('127.0.0.1', 52314)}. */
    @Override
    public String getName() {
        var address = (InetSocketAddress) connection.getPeerAddress();
        return "('%s', %s)".formatted(address.getAddress().getHostAddress(), address.getPort());
    }

    Outbox outbox() {
        return outbox;
    }

    /** Opens the session. Frames to the client wait until the outbox is open, too. */
    void join(UpgradeInfo upgrade) {
        lastRead = System.nanoTime();
        session = upgrade.createConnection(outbox, reason -> outbox.close());
    }

    boolean hasJoined() {
        return session != null;
    }

    /** Takes bytes that the client has sent. */
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

    /** Closes the connection of a client that sends nothing more, once it has been sent what is queued. */
    void finish() {
        if (hasJoined()) {
            outbox.close();
        } else {
            connection.closeSilently();
        }
    }

    /** Closes the session after the connection. */
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

    /** Returns for how many nanoseconds the client has sent nothing. */
    long silence() {
        return System.nanoTime() - lastRead;
    }

    /** Tells the client that the server goes away (1001). */
    void closeGoingAway() {
        outbox.close(new CloseReason(CloseCodes.GOING_AWAY, ""));
    }
}
