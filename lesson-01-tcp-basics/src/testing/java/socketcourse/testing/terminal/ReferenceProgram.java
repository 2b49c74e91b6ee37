package socketcourse.testing.terminal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import socketcourse.testing.net.Ports;
import socketcourse.testing.process.ChildJvm;
import socketcourse.testing.process.ProgramProcess;

/**
 * A command of ours in a terminal with a POSIX locale, so that accents must not depend on the locale.
 *
 * @param name    the name in a report
 * @param command returns the command that starts the program
 */
public record ReferenceProgram(String name, Command command) implements Program {

    /** In a folder with accents, Java finds no classes in a POSIX locale, which has no accents. */
    private static final String LOCALE =
            US_ASCII.newEncoder().canEncode(ChildJvm.classPath()) ? "C" : "C.UTF-8";

    /** Returns the words of a command, for a port and with options of the JVM. */
    interface Command {

        List<String> at(int port, String... properties);
    }

    /**
     * A program of a lesson.
     *
     * @param lessonPackage the package of the lesson
     * @param id            the ID of the program
     * @param name          the name in a report
     */
    public static ReferenceProgram of(String lessonPackage, String id, String name) {
        return new ReferenceProgram(name, (port, properties) -> command(lessonPackage, id, port, properties));
    }

    /** Returns the command that starts a program of a lesson as {@code exec:java@ID} does. */
    public static List<String> command(String lessonPackage, String id, int port, String... properties) {
        var arguments = new ArrayList<>(List.of("-Dport=" + port, "-Dlesson.package=" + lessonPackage,
                "-Dlesson.program=" + id, "-Dlesson.port=" + port));
        arguments.addAll(List.of(properties));
        arguments.add("socketcourse.start.Start");
        return ChildJvm.command(arguments);
    }

    @Override
    public int port() {
        return Ports.free();
    }

    @Override
    public ProgramProcess start(int port, String... properties) throws IOException {
        var builder = new ProcessBuilder(command.at(port, properties));
        builder.environment().put("LC_ALL", LOCALE);
        ChildJvm.removeOptions(builder.environment());
        var process = builder.start();
        return new ProgramProcess(process, process.getOutputStream(), Integer.MAX_VALUE, ReferenceProgram::kill);
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    @Override
    public OutputMatcher matcher() {
        return OutputMatcher.EXACT;
    }

    @Override
    public boolean isGraded() {
        return false;
    }
}
