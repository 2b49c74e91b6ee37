package socketcourse.testing.grading;

import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import socketcourse.testing.terminal.OurProgram;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;

/** Whatever an answer does, it does not outlive those who grade it. */
@ExtendWith(TerminalsExtension.class)
class AnswerTest {

    private static final int SIDE_BY_SIDE = 12;

    /** Grades side by side: as soon as an answer has ended, the next one starts. Ends as Ctrl-C ends Maven. */
    static final class Class {

        public static void main(String[] args) throws InterruptedException, IOException {
            var running = new CountDownLatch(SIDE_BY_SIDE);
            var graders = Executors.newFixedThreadPool(SIDE_BY_SIDE);
            for (var i = 0; i < SIDE_BY_SIDE; i++) {
                runAsync(() -> {
                    while (true) {
                        var answer = start(args[0]);
                        running.countDown();
                        answer.onExit().join();
                    }
                }, graders);
            }
            running.await();
            System.out.println(SIDE_BY_SIDE + " answers");
            System.in.read();
            System.exit(0);
        }

        private static Process start(String command) {
            try {
                return new Answer("server", command, 0, Duration.ZERO, Duration.ZERO).start(0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void no_answer_starts_when_maven_is_being_ended(Terminals terminals) {
        var id = UUID.randomUUID().toString();
        var graders = terminals.run("class", 0, OurProgram.jvm("-cp", System.getProperty("java.class.path"),
                Class.class.getName(), "sleep 3600; " + id));
        graders.shows(SIDE_BY_SIDE + " answers\n");
        assertThat(running(id)).isGreaterThanOrEqualTo(SIDE_BY_SIDE);
        graders.endInput();
        graders.awaitEnd();
        assertThat(running(id)).isZero();
    }

    private static long running(String id) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(id)).count();
    }
}
