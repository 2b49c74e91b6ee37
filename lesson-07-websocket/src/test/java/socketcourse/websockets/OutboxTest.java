package socketcourse.websockets;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Queue;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.CompletionHandler;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.memory.MemoryManager;
import org.junit.jupiter.api.Test;

/** The queue for a client that reads only when the test lets it. */
class OutboxTest {

    private static final int MIB = 1 << 20;
    private static final int HEADER = 10;

    private final Queue<Buffer> written = new ArrayDeque<>();
    private final Queue<CompletionHandler<?>> waiting = new ArrayDeque<>();

    private final Connection<?> connection = (Connection<?>) Proxy.newProxyInstance(Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("getMemoryManager")) {
                    return MemoryManager.DEFAULT_MEMORY_MANAGER;
                }
                assertThat(method.getName()).isEqualTo("write");
                written.add((Buffer) arguments[0]);
                waiting.add((CompletionHandler<?>) arguments[1]);
                return null;
            });

    private final Outbox outbox = new Outbox(connection, Runnable::run, reason -> { });

    private void send(int length) {
        outbox.send(Frames.text("x".repeat(length)));
    }

    /** Lets the client read, and returns the first two bytes of the next write, or 0. */
    private int next() {
        if (written.isEmpty()) {
            waiting.remove().completed(null);
        }
        return written.isEmpty() ? 0 : written.remove().getShort() & 0xFFFF;
    }

    @Test
    void a_client_4_MiB_behind_gets_everything_again_and_again() {
        outbox.open();
        for (var time = 0; time < 3; time++) {
            for (var number = 0; number < 4; number++) {
                send(MIB - HEADER);
            }
            for (var number = 0; number < 4; number++) {
                assertThat(next()).isEqualTo(0x817F);
            }
            assertThat(next()).isZero();
        }
    }

    @Test
    void exceeding_the_limit_drops_the_queue_and_closes_the_client() {
        outbox.open();
        for (var number = 0; number < 4; number++) {
            send(MIB - HEADER);
        }
        assertThat(outbox.isClosing()).isFalse();
        outbox.send(Frames.ping());
        assertThat(outbox.isClosing()).isTrue();
        assertThat(next()).as("the text that is being written").isEqualTo(0x817F);
        assertThat(next() & 0xFF00).as("a close frame").isEqualTo(0x8800);
        assertThat(next()).isZero();
    }

    @Test
    void an_empty_queue_takes_a_text_longer_than_the_limit() {
        outbox.open();
        send(Outbox.LIMIT + 1);
        assertThat(outbox.isClosing()).isFalse();
        assertThat(next()).isEqualTo(0x817F);
    }

    @Test
    void nothing_is_sent_before_open_or_after_a_close_frame() {
        send(1);
        outbox.close(new CloseReason(CloseCodes.GOING_AWAY, ""));
        send(1);
        outbox.send(Frames.ping());
        assertThat(written).isEmpty();
        outbox.open();
        assertThat(written.remove().remaining()).as("a text, a close frame").isEqualTo(3 + 4);
        assertThat(next()).isZero();
    }
}
