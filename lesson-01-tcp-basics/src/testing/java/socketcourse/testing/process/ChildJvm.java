package socketcourse.testing.process;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The command of a new JVM, with the class path of this one unless another is given. */
public final class ChildJvm {

    /**
     * Fast start-up for programs that run for a moment: C1 compiles less, and the serial collector needs no threads.
     * Without performance data, a JVM writes no file that other JVMs would find half-written and warn about on stdout.
     */
    private static final List<String> FAST_START =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData");

    /** Variables from which a JVM takes more options; it reports them in its output. */
    private static final List<String> OPTION_VARIABLES =
            List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS");

    private ChildJvm() {
    }

    /** Removes the variables that would add lines to the output of a JVM. */
    public static void removeOptions(Map<String, String> environment) {
        environment.keySet().removeAll(OPTION_VARIABLES);
    }

    /** Returns the command; the arguments are further options of the JVM, the main class and its arguments. */
    public static List<String> command(List<String> arguments) {
        return command(classPath(), arguments);
    }

    /** Returns the command of a JVM with another class path. */
    public static List<String> command(String classPath, List<String> arguments) {
        var command = new ArrayList<>(List.of(executable()));
        command.addAll(FAST_START);
        command.addAll(List.of("-cp", classPath));
        command.addAll(arguments);
        return command;
    }

    /** Returns the path of the {@code java} that runs this JVM. */
    public static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Under {@code exec:java}, {@code java.class.path} is Maven's own, and a class loader has that of the lesson. */
    public static String classPath() {
        return ChildJvm.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs()).map(ChildJvm::path).collect(joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    private static String path(URL url) {
        try {
            return Path.of(url.toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
