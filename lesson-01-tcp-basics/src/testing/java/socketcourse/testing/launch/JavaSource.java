package socketcourse.testing.launch;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import socketcourse.testing.process.ChildJvm;

/**
 * A Java file with a {@code main}.
 *
 * @param file the file
 * @param text its text
 */
record JavaSource(Path file, String text) {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");

    /** The options of each program, because its encodings would otherwise depend on the locale. */
    private static final List<String> UTF8 =
            List.of("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8");

    /** The text for the compiler, which accepts any name of the public class, as {@code java File.java} does. */
    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(Path file, String text) {
            super(file.toUri(), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return true;
        }
    }

    /**
     * Compiles the file and the classes beside it that it uses.
     *
     * @param options the options for the JVM that follow ours on the command line
     * @param output  the folder for the classes, and for the file with the options of the JVM
     * @return the command that runs the program
     */
    String command(String options, Path output) throws IOException, CompileError {
        var classes = Files.createDirectories(output.resolve("classes"));
        compile(classes);
        var arguments = new ArrayList<>(UTF8);
        arguments.add(mainClass(classes));
        var command = ChildJvm.command(classes + File.pathSeparator + ChildJvm.classPath(), arguments);
        var argumentFile = Files.writeString(output.resolve("java.args"), command.stream().skip(1)
                .map(argument -> "\"" + argument.replace("\\", "\\\\") + "\"\n").collect(joining()));
        return Shell.quoted(command.get(0)) + options + " " + Shell.quoted("@" + argumentFile);
    }

    private void compile(Path classes) throws CompileError {
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        var options = List.of("-d", classes.toString(), "-sourcepath", root().toString(), "-encoding", "UTF-8",
                "-cp", ChildJvm.classPath(), "-proc:none", "-nowarn");
        ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, diagnostics, options, null, List.of(new Source(file, text))).call();
        var error = diagnostics.getDiagnostics().stream().filter(found -> found.getKind() == Diagnostic.Kind.ERROR)
                .findFirst();
        if (error.isPresent()) {
            throw error(error.get());
        }
    }

    /** Returns the folder that contains the file's package, or the file itself. */
    private Path root() {
        var packageName = PACKAGE.matcher(text);
        if (packageName.find()) {
            var packageFolder = Path.of(packageName.group(1).replace('.', File.separatorChar));
            if (file.getParent().endsWith(packageFolder)) {
                var root = file.getParent();
                for (var i = 0; i < packageFolder.getNameCount(); i++) {
                    root = root.getParent();
                }
                return root;
            }
        }
        return file.getParent();
    }

    private CompileError error(Diagnostic<? extends JavaFileObject> error) {
        var name = error.getSource() == null ? file : Path.of(error.getSource().toUri());
        return new CompileError(name.getFileName().toString(), Long.toString(error.getLineNumber()),
                error.getMessage(Locale.ROOT).strip().replaceAll("\\s*\\R\\s*", ", ").replaceAll(" +", " "));
    }

    /** Returns the class with a {@code main}; if there are several, the one that is named like the file. */
    private String mainClass(Path classes) throws IOException, CompileError {
        var fileName = file.getFileName().toString().replaceFirst("\\..*", "");
        try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
                var files = Files.walk(classes)) {
            return files.filter(path -> path.toString().endsWith(".class"))
                    .map(path -> classes.relativize(path).toString().replaceFirst("\\.class$", "")
                            .replace(File.separatorChar, '.'))
                    .filter(name -> hasMain(name, loader))
                    .min(comparing((String name) -> !name.endsWith(fileName)).thenComparing(name -> name))
                    .orElseThrow(() -> new CompileError(
                            file.getFileName() + " : aucune classe n'a de méthode main(String[])"));
        }
    }

    private static boolean hasMain(String name, ClassLoader loader) {
        try {
            return Stream.of(Class.forName(name, false, loader).getMethods())
                    .anyMatch(method -> method.getName().equals("main") && Modifier.isStatic(method.getModifiers()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
