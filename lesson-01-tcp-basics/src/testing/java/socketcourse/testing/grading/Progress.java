package socketcourse.testing.grading;

import java.io.Console;

/** The number of programs graded so far: one line that is overwritten in a terminal, about ten lines in a log. */
final class Progress {

    private static final String CLEAR_LINE = "\r\033[K";

    private final boolean overwrites = isTerminal();
    private final int total;
    private int done;

    Progress(int total) {
        this.total = total;
    }

    private static boolean isTerminal() {
        var console = System.console();
        try {
            return console != null && (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            // Before Java 22, there is a console only if stdin and stdout are a terminal.
            return true;
        }
    }

    /** Shows that one more program is graded. */
    synchronized void add(String program) {
        done++;
        if (overwrites) {
            System.out.print(CLEAR_LINE + (done == total ? "" : "%s/%s  %s".formatted(done, total, program)));
            System.out.flush();
        } else if (done * 10 / total > (done - 1) * 10 / total) {
            System.out.println(done + "/" + total + " programmes corrigés");
        }
    }
}
