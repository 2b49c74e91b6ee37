package socketcourse.websockets;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason.CloseCodes;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Queue;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.CompletionHandler;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.memory.MemoryManager;
import org.junit.jupiter.api.Test;

/** What waits for a client that reads when the test says so. */
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

    private final Outbox outbox = new Outbox(connection, closing -> { });

    private void send(int length) {
        outbox.send(Frames.text("x".repeat(length)));
    }

    /** The first two bytes of what goes out next, once the client has read what went out before. */
    private int next() {
        if (written.isEmpty()) {
            waiting.remove().completed(null);
        }
        return written.isEmpty() ? 0 : written.remove().getShort() & 0xFFFF;
    }

    @Test
    void who_is_no_more_than_4_MiB_behind_gets_everything_however_often() {
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
    void who_is_one_byte_more_behind_is_told_goodbye_in_the_place_of_all_that_waits() {
        outbox.open();
        for (var number = 0; number < 4; number++) {
            send(MIB - HEADER);
        }
        assertThat(outbox.isClosing()).isFalse();
        outbox.send(Frames.ping());
        assertThat(outbox.isClosing()).isTrue();
        assertThat(next()).as("is under way").isEqualTo(0x817F);
        assertThat(next()).isEqualTo(0x8802);
        assertThat(next()).isZero();
    }

    @Test
    void a_text_that_is_longer_than_that_goes_out_where_nothing_waits() {
        outbox.open();
        send(Outbox.LIMIT + 1);
        assertThat(outbox.isClosing()).isFalse();
        assertThat(next()).isEqualTo(0x817F);
    }

    @Test
    void nothing_goes_out_before_the_answer_to_the_handshake_nor_after_a_close_frame() {
        send(1);
        outbox.close(CloseCodes.GOING_AWAY);
        send(1);
        outbox.send(Frames.ping());
        assertThat(written).isEmpty();
        outbox.open();
        assertThat(written.remove().remaining()).as("a text, a close frame").isEqualTo(3 + 4);
        assertThat(next()).isZero();
    }
}
