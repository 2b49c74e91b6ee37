package socketcourse.testing.grading;

import java.time.Duration;
import socketcourse.testing.process.ProgramProcess;

/** Stops a graded program that floods its terminal or starts processes without end. */
final class Watchdog {

    private static final int MAX_PROCESSES = 50;
    private static final Duration INTERVAL = Duration.ofMillis(200);

    private Watchdog() {
    }

    static void watch(ProgramProcess program) {
        var thread = new Thread(() -> {
            while (!program.endsWithin(INTERVAL)) {
                if (program.output().isFull() || program.errors().isFull()) {
                    program.stop("arrêté : il a inondé son écran (plus de " + GradedProgram.MAX_OUTPUT + " caractères)");
                } else if (program.children() > MAX_PROCESSES) {
                    program.stop("arrêté : il a lancé plus de " + MAX_PROCESSES + " processus");
                }
            }
        }, "watchdog");
        thread.setDaemon(true);
        thread.start();
    }
}
