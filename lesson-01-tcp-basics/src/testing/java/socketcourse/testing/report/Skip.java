package socketcourse.testing.report;

import org.opentest4j.TestAbortedException;

/** Skips a test that needs something that the machine lacks. */
public final class Skip {

    private Skip() {
    }

    /**
     * Skips the test unless the condition holds. The reason is printed, because Maven counts skipped tests only.
     *
     * @throws TestAbortedException if the condition does not hold
     */
    public static void unless(boolean condition, String reason) {
        if (!condition) {
            System.out.println("Skipped: " + reason);
            throw new TestAbortedException(reason);
        }
    }
}
