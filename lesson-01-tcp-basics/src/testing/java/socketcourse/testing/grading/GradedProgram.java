package socketcourse.testing.grading;

import java.io.IOException;
import socketcourse.testing.net.Ports;
import socketcourse.testing.process.ProgramProcess;
import socketcourse.testing.terminal.OutputMatcher;
import socketcourse.testing.terminal.Program;

/**
 * The program of an {@link Answer}, which replaces one of ours.
 *
 * @param answer the program to grade
 */
record GradedProgram(Answer answer) implements Program {

    /** A program that writes more characters than this floods its terminal. */
    static final int MAX_OUTPUT = 100_000;

    @Override
    public String name() {
        return answer.program();
    }

    /**
     * Returns a free port, or the chapter's if the command has no placeholder for another. Where a client connects, the
     * test listens, and it may do so although connections of that port are in TIME_WAIT.
     *
     * @throws NotGraded if another program listens on that port
     */
    @Override
    public int port() {
        if (!answer.hasFixedPort()) {
            return Ports.free();
        }
        return answer.isServer() ? FixedPort.awaitFree(answer.chapterPort())
                : FixedPort.awaitClosed(answer.chapterPort());
    }

    /** Starts the command in the folder in which Maven was called; the properties are for our programs only. */
    @Override
    public ProgramProcess start(int port, String... properties) throws IOException {
        var process = GradedProcesses.start(answer.commandLine(port));
        var program = new ProgramProcess(process, PseudoTerminal.keyboard(process), MAX_OUTPUT, GradedProcesses::kill);
        Watchdog.watch(program);
        return program;
    }

    @Override
    public OutputMatcher matcher() {
        return LenientMatcher.INSTANCE;
    }

    @Override
    public boolean isGraded() {
        return true;
    }
}
