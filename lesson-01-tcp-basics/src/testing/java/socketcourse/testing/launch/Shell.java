package socketcourse.testing.launch;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The command lines of this system. */
public final class Shell {

    private static final boolean WINDOWS = File.separatorChar == '\\';

    private Shell() {
    }

    /** Returns a path as one word of a command line. */
    public static String quoted(Path path) {
        return quoted(path.toString());
    }

    /** Returns a text as one word of a command line. */
    public static String quoted(String word) {
        return WINDOWS ? "\"" + word + "\"" : "'" + word.replace("'", "'\\''") + "'";
    }

    /** Returns the command line that runs another in a folder. */
    public static String in(Path folder, String command) {
        return (WINDOWS ? "cd /d " : "cd ") + quoted(folder) + " && " + command;
    }

    /** Returns the first of some programs that this machine has. */
    static Optional<Path> which(List<String> names) {
        return names.stream().flatMap(name -> WINDOWS ? Stream.of(name + ".exe", name + ".cmd") : Stream.of(name))
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable).findFirst();
    }
}
