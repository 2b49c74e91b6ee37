package socketcourse.testing.grading;

import java.io.File;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The terminal of a graded program: its stdin and stdout, as its author had them. The system's {@code script} provides
 * it. Stderr is a pipe. Without {@code script}, stdin and stdout are pipes, too.
 */
enum PseudoTerminal {

    /** The {@code script} of util-linux 2.35 and later. It passes the exit status on. */
    LINUX("sh", "-c", "export SOCKET_COURSE_COMMAND=\"$0\"; exec script --echo never -qefc"
            + " 'exec sh -c \"$SOCKET_COURSE_COMMAND\" 2>&3 3>&-' /dev/null 3>&2"),

    /** The {@code script} of macOS and the BSDs; its terminal echoes unless it is told otherwise. */
    BSD("sh", "-c", "export SOCKET_COURSE_COMMAND=\"$0\"; exec script -q /dev/null"
            + " sh -c 'stty -echo; exec sh -c \"$SOCKET_COURSE_COMMAND\" 2>&3 3>&-' 3>&2"),

    PIPES("sh", "-c"),

    PIPES_ON_WINDOWS("cmd", "/c");

    /** In canonical mode, a terminal makes EOF of this character (POSIX, VEOF). */
    private static final int CTRL_D = 4;

    private static final PseudoTerminal AVAILABLE = find();

    private final List<String> words;

    PseudoTerminal(String... words) {
        this.words = List.of(words);
    }

    private static PseudoTerminal find() {
        if (File.separatorChar == '\\') {
            return PIPES_ON_WINDOWS;
        }
        return Stream.of(LINUX, BSD).filter(PseudoTerminal::works).findFirst().orElseGet(() -> {
            System.out.println("La commande script manque : les programmes ont des tubes et non un terminal.");
            return PIPES;
        });
    }

    private boolean works() {
        try {
            var process = newBuilder("test -t 0 && test -t 1 && exit 3").start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 3;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private ProcessBuilder newBuilder(String commandLine) {
        var command = new ArrayList<>(words);
        command.add(commandLine);
        var builder = new ProcessBuilder(command);
        // script starts the shell of this variable. A dumb terminal gets no escape sequences.
        builder.environment().put("SHELL", "/bin/sh");
        builder.environment().put("TERM", "dumb");
        return builder;
    }

    /** Returns what starts a command line in a terminal. */
    static ProcessBuilder builder(String commandLine) {
        return AVAILABLE.newBuilder(commandLine);
    }

    /** Returns the keyboard of a program; {@code close} does what Ctrl-D at the beginning of a line does. */
    static OutputStream keyboard(Process process) {
        return AVAILABLE == PIPES || AVAILABLE == PIPES_ON_WINDOWS ? process.getOutputStream()
                : new FilterOutputStream(process.getOutputStream()) {

                    @Override
                    public void write(byte[] bytes, int offset, int length) throws IOException {
                        out.write(bytes, offset, length);
                    }

                    @Override
                    public void close() throws IOException {
                        out.write(CTRL_D);
                        out.flush();
                    }
                };
    }
}
