package socketcourse.testing.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The compilers that write an executable. */
final class NativeCompiler {

    /** The form of an error that gcc, clang, go and rustc share: file, line, column, message. */
    private static final Pattern ERROR = Pattern.compile("(?m)^(?:.*[/\\\\])?([^/\\\\:\\n]+):(\\d+):\\d+: "
            + "(?!warning|note)(?:(?:fatal )?error(?:\\[\\w+])?: )?(.*)$");

    private NativeCompiler() {
    }

    static void compile(String compiler, List<String> options, Path file) throws IOException, CompileError {
        var command = new ArrayList<>(List.of(compiler));
        command.addAll(options);
        command.add(file.getFileName().toString());
        var builder = new ProcessBuilder(command).directory(file.getParent().toFile()).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            var error = ERROR.matcher(output);
            throw error.find() ? new CompileError(error.group(1), error.group(2), error.group(3))
                    : new CompileError("%s : %s".formatted(file.getFileName(), output.strip()));
        }
    }
}
