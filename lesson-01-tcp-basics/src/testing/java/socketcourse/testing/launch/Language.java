package socketcourse.testing.launch;

import static java.util.Map.entry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A language whose programs are started by an interpreter, or compiled into an executable. Java has its own class,
 * {@link JavaSource}.
 *
 * @param tools     the names of its interpreter or compiler; the first that the machine has is used
 * @param options   the options of its compiler; empty if it is interpreted
 * @param arguments how a program reads its arguments
 */
record Language(List<String> tools, List<String> options, Pattern arguments) {

    /** In the options of a compiler, the executable to write. */
    private static final String OUTPUT = "{output}";

    private static final Language NODE = interpreted("node", "process\\.argv");
    private static final Language CPP =
            compiled(List.of("g++", "clang++"), "argv *\\[", "-std=c++17", "-pthread", "-o", OUTPUT);

    private static final Map<String, Language> BY_EXTENSION = Map.ofEntries(
            entry("py", interpreted("python3", "sys\\.argv")),
            entry("js", NODE),
            entry("mjs", NODE),
            entry("pl", interpreted("perl", "\\bARGV\\b")),
            entry("rb", interpreted("ruby", "\\bARGV\\b")),
            entry("php", interpreted("php", "\\$argv\\b")),
            entry("sh", interpreted("bash", "\\$\\{?1\\b")),
            entry("go", compiled(List.of("go"), "os\\.Args|flag\\.Arg", "build", "-o", OUTPUT)),
            entry("rs", compiled(List.of("rustc"), "env::args",
                    "--edition", "2021", "--error-format", "short", "-o", OUTPUT)),
            entry("c", compiled(List.of("gcc", "clang", "cc"), "argv *\\[", "-pthread", "-o", OUTPUT)),
            entry("cpp", CPP),
            entry("cc", CPP));

    private static Language interpreted(String tool, String arguments) {
        return new Language(List.of(tool), List.of(), Pattern.compile(arguments));
    }

    private static Language compiled(List<String> tools, String arguments, String... options) {
        return new Language(tools, List.of(options), Pattern.compile(arguments));
    }

    /** Returns the language of the files with an extension, if it is known. */
    static Optional<Language> of(String extension) {
        return Optional.ofNullable(BY_EXTENSION.get(extension));
    }

    /**
     * Returns the command that runs a program of this language, without arguments.
     *
     * @param output the folder for an executable, where the language is compiled
     */
    String command(Path file, Path output) throws IOException, NotLaunchable, CompileError {
        var tool = tool(file);
        if (options.isEmpty()) {
            return Shell.quoted(tool) + " " + Shell.quoted(file);
        }
        var executable = output.resolve("program");
        NativeCompiler.compile(tool, options.stream().map(option -> option.replace(OUTPUT, executable.toString()))
                .toList(), file);
        return Shell.quoted(executable);
    }

    /** Returns the interpreters of this machine. */
    static Stream<Path> interpreters() {
        return BY_EXTENSION.values().stream().distinct().filter(language -> language.options.isEmpty())
                .flatMap(language -> language.tool().stream()).map(Path::of);
    }

    private Optional<String> tool() {
        return tools.contains("python3") ? Interpreter.PYTHON : Shell.which(tools).map(Path::toString);
    }

    private String tool(Path file) throws NotLaunchable {
        return tool().orElseThrow(() -> new NotLaunchable(
                "%s ne peut pas être lancé : %s n'est pas installé sur cette machine."
                        .formatted(file.getFileName(), tools.get(0))));
    }

    /** The Python of this machine, searched for when a program first needs it. */
    private static final class Interpreter {

        static final Optional<String> PYTHON = Python.with("websockets").or(() -> Python.with("socket"));
    }
}
