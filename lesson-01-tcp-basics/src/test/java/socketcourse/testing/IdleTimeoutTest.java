package socketcourse.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import socketcourse.testing.terminal.ReferenceProgram;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;

/** A program rests when it does nothing for a while, and not between two things that it does. */
@ExtendWith(TerminalsExtension.class)
class IdleTimeoutTest {

    /** Works a few times a second, and then waits for the keyboard. */
    static final class Worker {

        public static void main(String[] args) throws InterruptedException, IOException {
            for (var i = 0; i < 3; i++) {
                work(25_000_000);
                Thread.sleep(150);
            }
            System.out.println("fini");
            System.in.read();
        }

        private static void work(long nanos) {
            var threads = ManagementFactory.getThreadMXBean();
            var end = threads.getCurrentThreadCpuTime() + nanos;
            while (threads.getCurrentThreadCpuTime() < end) {
                // Works.
            }
        }
    }

    @Test
    void who_works_a_few_times_a_second_rests_after_the_last_time(Terminals terminals) {
        var worker = terminals.run("worker", 0,
                ReferenceProgram.jvm("-cp", System.getProperty("java.class.path"), Worker.class.getName()));
        worker.awaitRest();
        assertThat(worker.screen()).isEqualTo("fini\n");
    }
}
