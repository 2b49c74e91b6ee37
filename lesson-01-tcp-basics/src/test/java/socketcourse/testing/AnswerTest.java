package socketcourse.testing.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import socketcourse.testing.terminal.ReferenceProgram;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;

/** Whatever an answer does, it does not outlive those who grade it. */
@ExtendWith(TerminalsExtension.class)
class AnswerTest {

    private static final int SIDE_BY_SIDE = 12;

    /** Who grade side by side: each kills its answer, and starts the next one, just when Ctrl-C ends them all. */
    static final class Graders {

        public static void main(String[] args) throws InterruptedException, IOException {
            var running = new CountDownLatch(SIDE_BY_SIDE);
            var ended = new CountDownLatch(1);
            var graders = Executors.newFixedThreadPool(SIDE_BY_SIDE);
            for (var i = 0; i < SIDE_BY_SIDE; i++) {
                graders.submit(() -> {
                    while (true) {
                        var answer = new Answer("server", args[0], 0, Duration.ZERO, Duration.ZERO);
                        var process = answer.start(0);
                        running.countDown();
                        ended.await();
                        answer.kill(process);
                    }
                });
            }
            running.await();
            System.out.println(SIDE_BY_SIDE + " answers");
            System.in.read();
            ended.countDown();
            System.exit(0);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void no_answer_outlives_maven(Terminals terminals) {
        var seconds = Integer.toString(ThreadLocalRandom.current().nextInt(100_000_000, 1_000_000_000));
        var graders = terminals.run("class", 0, ReferenceProgram.jvm("-cp", System.getProperty("java.class.path"),
                Graders.class.getName(), "sleep " + seconds));
        graders.shows(SIDE_BY_SIDE + " answers\n");
        assertThat(running(seconds)).as("the answers, and who grade them").isGreaterThan(SIDE_BY_SIDE);
        graders.endInput();
        graders.awaitEnd();
        assertThat(running(seconds)).isZero();
    }

    private static long running(String word) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(word)).count();
    }
}
