package socketcourse.testing.terminal;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The classes of a lesson's libraries, ready to be mapped into each JVM that starts (class data sharing, JEP 310):
 * where they are many, a start takes half as long. Made once, when it is first asked for.
 */
final class ClassArchive {

    private static final String JARS = classPath(path -> !Files.isDirectory(path));

    /** The class path of our programs: first what an archive can have, which is jars and no folders. */
    static final String CLASS_PATH = JARS + File.pathSeparator + classPath(Files::isDirectory);

    private static final Path FOLDER = Path.of("target", "class-archive");
    private static final Path CLASSES = FOLDER.resolve("classes");
    private static final Path ARCHIVE = FOLDER.resolve("archive.jsa");

    /** The program whose classes are archived: the POM of a lesson with libraries names one that has them all. */
    private static final String PROGRAM = System.getProperty("archived.program", "");

    private static final List<String> OPTIONS = PROGRAM.isEmpty() ? List.of() : make();

    private ClassArchive() {
    }

    private static String classPath(Predicate<Path> wanted) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> wanted.test(Path.of(path))).collect(joining(File.pathSeparator));
    }

    /** The options of a JVM that uses it, where there is one. */
    static List<String> options() {
        return OPTIONS;
    }

    private static List<String> make() {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.createDirectories(FOLDER);
            // Its port is taken, so that it ends by itself.
            var program = OurProgram.java(System.getProperty("lesson.package"), PROGRAM,
                    List.of("-Xshare:off", "-XX:DumpLoadedClassList=" + CLASSES)).at(taken.getLocalPort());
            run(program);
            Files.write(CLASSES, Files.readAllLines(CLASSES).stream()
                    .filter(line -> !line.contains("socketcourse")).toList());
            run(List.of(program.get(0), "-XX:+UseSerialGC", "-Xshare:dump", "-XX:SharedClassListFile=" + CLASSES,
                    "-XX:SharedArchiveFile=" + ARCHIVE, "-cp", JARS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of("-XX:SharedArchiveFile=" + ARCHIVE);
    }

    private static void run(List<String> command) throws IOException {
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start()
                .onExit().join();
    }
}
