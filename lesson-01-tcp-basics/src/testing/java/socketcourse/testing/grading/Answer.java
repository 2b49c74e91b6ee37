package socketcourse.testing.grading;

import java.time.Duration;

/**
 * A program to grade.
 *
 * @param program        the ID of our program in whose place it runs
 * @param command        the command line, with the placeholders {@code {host}} and {@code {port}} or without them
 * @param chapterPort    the port that it uses if the command has no {@code {port}}
 * @param idleLimit      how long it may be idle while an event is awaited
 * @param processorLimit how much processor time it may use for one event; it may have to be compiled first
 */
public record Answer(String program, String command, int chapterPort, Duration idleLimit, Duration processorLimit) {

    private static final Duration IDLE_LIMIT = Duration.ofSeconds(5);
    private static final Duration PROCESSOR_LIMIT = Duration.ofSeconds(20);

    /** A program with the limits that the pages state. */
    public Answer(String program, String command, int chapterPort) {
        this(program, command, chapterPort, IDLE_LIMIT, PROCESSOR_LIMIT);
    }

    /** Returns whether the program can use only the chapter's port. */
    boolean hasFixedPort() {
        return !command.contains("{port}");
    }

    /** Returns whether the program listens on its port; otherwise it connects to it. */
    boolean isServer() {
        return program.endsWith("server");
    }

    /** Returns the command line for a port. */
    String commandLine(int port) {
        return command.replace("{host}", "localhost").replace("{port}", Integer.toString(port));
    }
}
