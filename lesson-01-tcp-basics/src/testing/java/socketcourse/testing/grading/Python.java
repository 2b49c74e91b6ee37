package socketcourse.testing.grading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/** The Python of this machine. */
public final class Python {

    private Python() {
    }

    /** The path of a Python 3 that has a module, if there is one. */
    public static Optional<String> with(String module) {
        return Stream.of("python3", "/usr/bin/python3", "python").map(command -> executable(command, module))
                .filter(path -> !path.isEmpty()).findFirst();
    }

    /** The interpreter itself: what a command names may be a script that looks for it, at each start. */
    private static String executable(String command, String module) {
        var ask = "import sys, " + module + "; print(sys.version_info[0] == 3 and sys.executable or '')";
        try {
            var answer = new ProcessBuilder(command, "-c", ask).start().getInputStream().readAllBytes();
            return new String(answer, UTF_8).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
