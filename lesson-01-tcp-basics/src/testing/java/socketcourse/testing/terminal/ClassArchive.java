package socketcourse.testing.terminal;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import socketcourse.testing.net.Ports;

/**
 * The classes of a lesson's libraries, ready to be mapped into each JVM that starts (class data sharing, JEP 310):
 * where they are many, a start takes half as long. Made when it is first asked for, and kept until {@code mvn clean}.
 */
final class ClassArchive {

    /** The programs whose classes are archived, a server and a client of it: the POM of a lesson with libraries. */
    private static final List<String> PROGRAMS = List.of(System.getProperty("archived.programs", "").split(" "));

    private static final String JARS = classPath(path -> !Files.isDirectory(path));
    private static final String FOLDERS = classPath(Files::isDirectory);

    /**
     * The class path of our programs: first what an archive can have, which is jars and no folders. Where none is
     * wanted, first the folders: most programs open no jar then.
     */
    static final String CLASS_PATH = String.join(File.pathSeparator,
            isWanted() ? List.of(JARS, FOLDERS) : List.of(FOLDERS, JARS));

    private static final Path FOLDER = Path.of("target", "class-archive");
    private static final Path ARCHIVE = FOLDER.resolve("%08x.jsa".formatted(
            Objects.hash(JARS, System.getProperty("java.home"), System.getProperty("java.vm.version"))));

    private static final List<String> OPTIONS = isWanted() ? found() : List.of();

    private ClassArchive() {
    }

    private static boolean isWanted() {
        return PROGRAMS.size() == 2;
    }

    private static String classPath(Predicate<Path> wanted) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> wanted.test(Path.of(path))).collect(joining(File.pathSeparator));
    }

    /** The options of a JVM that uses it, where there is one. */
    static List<String> options() {
        return OPTIONS;
    }

    private static List<String> found() {
        try {
            if (!Files.exists(ARCHIVE)) {
                make();
            }
            return List.of("-XX:SharedArchiveFile=" + ARCHIVE);
        } catch (IOException e) {
            // Without it, all is as it was, only slower.
            return List.of();
        }
    }

    private static void make() throws IOException {
        Files.createDirectories(FOLDER);
        var port = Ports.free();
        var server = start(PROGRAMS.get(0), port);
        // Its first line: it listens.
        server.inputReader().readLine();
        var client = start(PROGRAMS.get(1), port);
        client.getOutputStream().close();
        client.onExit().join();
        server.destroy();
        server.onExit().join();

        var classes = new LinkedHashSet<String>();
        for (var program : PROGRAMS) {
            classes.addAll(Files.readAllLines(list(program)));
        }
        classes.removeIf(line -> line.contains("socketcourse"));
        var all = Files.write(list("all"), classes);
        var made = FOLDER.resolve(ProcessHandle.current().pid() + ".jsa");
        var dump = start(List.of(ReferenceProgram.JAVA, "-Xlog:disable", "-XX:+UseSerialGC", "-Xshare:dump",
                "-XX:SharedClassListFile=" + all, "-XX:SharedArchiveFile=" + made, "-cp", JARS)).onExit().join();
        if (dump.exitValue() != 0) {
            throw new IOException("the JVM could not make its archive");
        }
        Files.move(made, ARCHIVE, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Where a program has listed the classes that it has loaded. */
    private static Path list(String program) {
        return FOLDER.resolve(program);
    }

    private static Process start(String program, int port) throws IOException {
        return start(ReferenceProgram.java(System.getProperty("lesson.package"), program,
                List.of("-Xshare:off", "-XX:DumpLoadedClassList=" + list(program))).at(port));
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).start();
    }
}
