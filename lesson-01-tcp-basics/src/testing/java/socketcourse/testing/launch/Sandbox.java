package socketcourse.testing.launch;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs programs of unknown people with bubblewrap (Linux): without a network, without the home folder, and without the
 * right to write anywhere but in their own folder.
 */
public final class Sandbox {

    private static final String BUBBLEWRAP = "bwrap";

    private static final Path HOME = Path.of(System.getProperty("user.home"));

    private Sandbox() {
    }

    /** Returns whether bubblewrap is installed and may do on this machine what the sandbox needs. */
    public static boolean isPossible() throws InterruptedException {
        try {
            var tried = withoutNetwork(List.of("sh", "-c", command("true", Path.of("/usr"), Path.of("/usr"), HOME)));
            return new ProcessBuilder(tried).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns the command that runs another in a network of its own, with nothing but {@code localhost}. */
    public static List<String> withoutNetwork(List<String> command) {
        var sandboxed = new ArrayList<>(
                List.of(BUBBLEWRAP, "--die-with-parent", "--unshare-net", "--dev-bind", "/", "/"));
        sandboxed.addAll(command);
        return sandboxed;
    }

    /**
     * Returns the command line that runs another in a sandbox with the network of this JVM.
     *
     * @param folder   the folder in which the program may write
     * @param readable a folder of its compiled code
     * @param hidden   a folder that it must not see, with the submissions of others
     */
    public static String command(String command, Path folder, Path readable, Path hidden) {
        return Stream.of(Stream.of(BUBBLEWRAP, "--die-with-parent", "--unshare-pid", "--ro-bind / /", "--dev /dev",
                        "--proc /proc", "--tmpfs /tmp", "--tmpfs /run"),
                Stream.of(Path.of("/home"), HOME).filter(Files::isDirectory)
                        .map(path -> "--tmpfs " + Shell.quoted(path)),
                toolsAtHome().map(Sandbox::readOnly),
                Stream.of("--tmpfs " + Shell.quoted(hidden), readOnly(readable),
                        "--bind %1$s %1$s".formatted(Shell.quoted(folder)), "sh -c " + Shell.quoted(command)))
                .flatMap(words -> words).collect(joining(" "));
    }

    private static String readOnly(Path path) {
        return "--ro-bind %1$s %1$s".formatted(Shell.quoted(path));
    }

    /** Returns the folders of interpreters and libraries that are in the home folder. */
    private static Stream<Path> toolsAtHome() {
        var repository = Path.of(System.getProperty("maven.repo.local", HOME.resolve(".m2/repository").toString()));
        return Stream.concat(Stream.of(Path.of(System.getProperty("java.home")), repository),
                        Language.interpreters().map(tool -> tool.getParent().getParent()))
                .filter(path -> path.startsWith(HOME) && !path.equals(HOME) && Files.isDirectory(path)).distinct();
    }
}
