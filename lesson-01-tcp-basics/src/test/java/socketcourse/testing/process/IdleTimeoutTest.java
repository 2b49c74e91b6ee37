package socketcourse.testing.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;

/** A program comes to rest when it is idle for a while, not between two periods of work. */
@ExtendWith(TerminalsExtension.class)
class IdleTimeoutTest {

    /** Works three times with short pauses, then waits for its stdin. */
    static final class Worker {

        public static void main(String[] args) throws InterruptedException, IOException {
            for (var i = 0; i < 3; i++) {
                work(25_000_000);
                TimeUnit.MILLISECONDS.sleep(150);
            }
            System.out.println("fini");
            System.in.read();
        }

        private static void work(long nanos) {
            var threads = ManagementFactory.getThreadMXBean();
            var end = threads.getCurrentThreadCpuTime() + nanos;
            while (threads.getCurrentThreadCpuTime() < end) {
                // Uses the processor.
            }
        }
    }

    @Test
    void pauses_between_periods_of_work_are_not_rest(Terminals terminals) {
        var worker = terminals.run("worker", 0, ChildJvm.command(List.of(Worker.class.getName())));
        worker.awaitRest();
        assertThat(worker.screen()).isEqualTo("fini\n");
    }
}
