package socketcourse.websockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What has come and was not yet taken: never more than there is room for. */
class InboxTest {

    private final AtomicLong requested = new AtomicLong();

    private boolean aborted;

    /** A connection that only counts what the inbox asks for, and can be broken. */
    private final WebSocket socket = (WebSocket) Proxy.newProxyInstance(WebSocket.class.getClassLoader(),
            new Class<?>[] {WebSocket.class}, (proxy, method, arguments) -> {
                switch (method.getName()) {
                    case "request" -> requested.addAndGet((long) arguments[0]);
                    case "abort" -> aborted = true;
                    default -> throw new AssertionError(method);
                }
                return null;
            });

    private final Inbox inbox = new Inbox();

    @Test
    void it_asks_for_as_much_as_there_is_room_for_and_for_more_when_something_is_taken() throws IOException {
        inbox.onOpen(socket);
        for (var number = 1; number <= Inbox.ROOM; number++) {
            inbox.onText(socket, "a", false);
            inbox.onText(socket, "b", true);
            assertThat(requested).as("a fragment takes no room of its own").hasValue(Inbox.ROOM + number);
        }
        assertThat(inbox.take(0)).isEqualTo("ab");
        assertThat(requested).hasValue(2 * Inbox.ROOM + 1);
    }

    @Test
    void a_server_that_waits_for_room_is_not_silent() throws IOException {
        inbox.onOpen(socket);
        while (inbox.silence() < Duration.ofMillis(20).toNanos()) {
            Thread.onSpinWait();
        }
        inbox.onText(socket, "a", true);
        assertThat(inbox.silence()).isZero();
        var beforeTaking = System.nanoTime();
        inbox.take(0);
        var silence = inbox.silence();
        var sinceThen = System.nanoTime() - beforeTaking;
        assertThat(silence).isLessThanOrEqualTo(sinceThen);
    }

    @Test
    void a_text_without_end_is_not_collected() throws IOException {
        inbox.onOpen(socket);
        inbox.onText(socket, "x".repeat(Inbox.MAX_TEXT), true);
        assertThat(aborted).isFalse();
        assertThat(inbox.take(0)).hasSize(Inbox.MAX_TEXT);
        inbox.onText(socket, "x".repeat(Inbox.MAX_TEXT), false);
        inbox.onText(socket, "x", false);
        assertThat(aborted).isTrue();
        assertThatThrownBy(() -> inbox.take(0)).hasMessageContaining("un message de plus de 1048576 caractères");
    }
}
