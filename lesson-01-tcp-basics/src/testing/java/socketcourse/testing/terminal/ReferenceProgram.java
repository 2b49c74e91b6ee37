package socketcourse.testing.terminal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import socketcourse.testing.net.Ports;

/**
 * One of our programs, in a terminal whose locale is POSIX, so that every accent is there by the program's own doing.
 *
 * @param label   what a report calls it
 * @param command what starts it
 */
public record ReferenceProgram(String label, Command command) implements Program {

    /** The words of a command, for a port and with options of our JVM. */
    interface Command {

        List<String> at(int port, String... properties);
    }

    static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /**
     * What lives for a moment starts sooner when it compiles little, and with the simplest collector. Without a file for
     * {@code jps}: when a JVM that starts looks through those of the others, one of them may say so on its screen.
     */
    private static final List<String> FOR_A_MOMENT = List.of("-XX:TieredStopAtLevel=1",
            "-XX:CompileThresholdScaling=10", "-XX:+UseSerialGC", "-XX:-UsePerfData");

    /**
     * A program of a lesson.
     *
     * @param lesson the package of the lesson
     * @param id     the ID of the program, as in {@code exec:java@ID}
     * @param label  what a report calls it
     */
    public static ReferenceProgram of(String lesson, String id, String label) {
        return new ReferenceProgram(label, java(lesson, id, ClassArchive.options()));
    }

    /** The command of such a program, with options of the JVM. */
    static Command java(String lesson, String id, List<String> options) {
        return (port, properties) -> {
            var command = new ArrayList<>(jvm());
            command.addAll(options);
            command.addAll(List.of("-cp", ClassArchive.CLASS_PATH, "-Dport=" + port));
            command.addAll(List.of("-Dlesson.package=" + lesson, "-Dlesson.program=" + id, "-Dlesson.port=" + port));
            command.addAll(List.of(properties));
            command.add("socketcourse.start.Start");
            return command;
        };
    }

    /** The command of a JVM for a moment, the one that the tests run on, with further words. */
    public static List<String> jvm(String... words) {
        return Stream.of(List.of(JAVA), FOR_A_MOMENT, List.of(words)).flatMap(List::stream).toList();
    }

    @Override
    public int port() {
        return Ports.free();
    }

    @Override
    public Process start(int port, String... properties) throws IOException {
        var program = new ProcessBuilder(command.at(port, properties));
        program.environment().put("LC_ALL", "C");
        return program.start();
    }

    @Override
    public OutputMatcher reading() {
        return OutputMatcher.EXACT;
    }

    @Override
    public int screenSize() {
        return Integer.MAX_VALUE;
    }

    @Override
    public boolean isGraded() {
        return false;
    }

    @Override
    public Stream<ProcessHandle> processes(Process process) {
        return Stream.of(process.toHandle());
    }

    @Override
    public void watch(Process process, CapturedOutput screen) {
        // It neither floods its screen nor starts others.
    }

    @Override
    public Optional<String> fault() {
        return Optional.empty();
    }

    @Override
    public void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
