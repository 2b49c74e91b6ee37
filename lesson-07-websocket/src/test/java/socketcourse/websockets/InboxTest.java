package socketcourse.websockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The texts that have come and that the program has not read yet. */
class InboxTest {

    private final Inbox inbox = new Inbox();

    @Test
    void a_full_inbox_makes_the_sender_wait_for_room() throws Exception {
        fill();
        var putting = new Thread(() -> inbox.put("one more"));
        putting.start();
        while (putting.getState() != Thread.State.TIMED_WAITING) {
            assertThat(putting.isAlive()).isTrue();
            Thread.onSpinWait();
        }
        assertThat(inbox.take(0)).isEqualTo("text 0");
        putting.join();
        for (var number = 1; number < Inbox.ROOM; number++) {
            assertThat(inbox.take(0)).isEqualTo("text " + number);
        }
        assertThat(inbox.take(0)).isEqualTo("one more");
    }

    @Test
    void the_end_is_reported_after_the_texts_and_every_time() throws IOException {
        inbox.put("last");
        inbox.end(new EOFException("code 1001"));
        assertThat(inbox.take(0)).isEqualTo("last");
        assertThatThrownBy(() -> inbox.take(0)).isInstanceOf(EOFException.class).hasMessage("code 1001");
        assertThatThrownBy(() -> inbox.take(0)).isInstanceOf(EOFException.class).hasMessage("code 1001");
    }

    @Test
    void a_program_that_waits_gets_null_when_the_inbox_is_closed() {
        var taking = CompletableFuture.supplyAsync(() -> {
            try {
                return inbox.take(0);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        inbox.close();
        assertThat(taking.join()).isNull();
    }

    @Test
    void closing_drops_the_texts_and_frees_the_sender() throws Exception {
        fill();
        var putting = new Thread(() -> inbox.put("one more"));
        putting.start();
        inbox.close();
        putting.join();
        assertThat(inbox.take(0)).isNull();
    }

    @Test
    void waiting_for_a_text_ends_at_the_timeout() {
        assertThatThrownBy(() -> inbox.take(10)).isInstanceOf(SocketTimeoutException.class);
    }

    private void fill() {
        for (var number = 0; number < Inbox.ROOM; number++) {
            inbox.put("text " + number);
        }
    }
}
