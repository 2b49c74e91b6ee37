package socketcourse.testing.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the Python interpreters of this machine. */
public final class Python {

    private Python() {
    }

    /** Returns the path of a Python 3 that has a module, if there is one. */
    public static Optional<String> with(String module) {
        return Stream.of("python3", "/usr/bin/python3", "python").map(command -> executable(command, module))
                .filter(path -> !path.isEmpty()).findFirst();
    }

    /** Returns the interpreter itself, because the command may be a script that searches for it at each start. */
    private static String executable(String command, String module) {
        var program = "import sys, " + module + "; print(sys.version_info[0] == 3 and sys.executable or '')";
        try {
            var output = new ProcessBuilder(command, "-c", program).start().getInputStream().readAllBytes();
            return new String(output, UTF_8).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
