package socketcourse.testing.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import socketcourse.testing.process.ChildJvm;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;

/** No graded program outlives the grader. */
@ExtendWith(TerminalsExtension.class)
class GradedProcessesTest {

    private static final int SIDE_BY_SIDE = 12;

    /** Twelve graders that kill their program and start the next one at the moment at which the JVM is ended. */
    static final class Graders {

        public static void main(String[] args) throws InterruptedException, IOException {
            var running = new CountDownLatch(SIDE_BY_SIDE);
            var ended = new CountDownLatch(1);
            var graders = Executors.newFixedThreadPool(SIDE_BY_SIDE);
            for (var i = 0; i < SIDE_BY_SIDE; i++) {
                graders.submit(() -> {
                    while (true) {
                        var process = GradedProcesses.start(args[0]);
                        running.countDown();
                        ended.await();
                        GradedProcesses.kill(process);
                    }
                });
            }
            running.await();
            System.out.println(SIDE_BY_SIDE + " programs");
            System.in.read();
            ended.countDown();
            System.exit(0);
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no sleep command")
    void no_graded_program_outlives_the_grader(Terminals terminals) {
        var seconds = Integer.toString(ThreadLocalRandom.current().nextInt(100_000_000, 1_000_000_000));
        var graders = terminals.run("graders", 0,
                ChildJvm.command(List.of(Graders.class.getName(), "sleep " + seconds)));
        graders.shows(SIDE_BY_SIDE + " programs\n");
        assertThat(processesWith(seconds)).as("the programs and the graders").isGreaterThan(SIDE_BY_SIDE);
        graders.endInput();
        graders.awaitEnd();
        assertThat(processesWith(seconds)).isZero();
    }

    private static long processesWith(String word) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(word)).count();
    }
}
