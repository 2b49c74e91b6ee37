package socketcourse.lesson07;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;

/** A client cut off without a word: no FIN, no answer to a ping. It takes its time, and stands here alone for that. */
@ExtendWith(TerminalsExtension.class)
class SilenceTest {

    /** As long as the course's library takes: a ping after 20 s at most, and 20 s for the answer. */
    @Test
    @Timeout(value = 100, unit = TimeUnit.SECONDS)
    void a_client_that_answers_no_ping_is_dropped_within_40_s_and_one_that_does_stays(Terminals terminals)
            throws IOException {
        var server = terminals.server("server");
        try (var silent = RawPeer.joined(server.port()); var alive = RawPeer.joined(server.port())) {
            var start = System.nanoTime();
            assertThat(silent.receive().opcode()).isEqualTo(RawPeer.PING);
            assertThat(alive.receive().opcode()).isEqualTo(RawPeer.PING);
            alive.send(0x80 | RawPeer.PONG, new byte[0]);
            silent.awaitEnd();
            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isBetween(30L, 40L);
            alive.sendText("I am here");
            server.showsText(screen -> screen.contains("1 client(s) restant(s)\n") && screen.endsWith("I am here\n"));
        }
    }
}
