package socketcourse.testing.grading;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import socketcourse.testing.guide.Guide;
import socketcourse.testing.launch.Python;

/**
 * The submission of a student for a program: a file in the student's folder, or in its folder for this lesson. Files
 * such as {@code reply-server.py}, {@code reply_server.py} and {@code ReplyServer.java} belong to {@code reply-server}.
 *
 * @param student the name of the student's folder
 * @param program the ID of the program
 * @param files   the files of this program; empty if there is none
 * @param others  the names of the files that belong to no program
 */
record Submission(String student, String program, List<Path> files, List<String> others) {

    /** The property with the command that starts each file. */
    private static final String COMMAND = "answers.command";

    /** The command that starts a file, by its extension; any other file is executed itself. */
    private static final Map<String, String> STARTERS = Map.of(
            "py", Python.with("websockets").or(() -> Python.with("socket")).orElse("python3") + " {file}",
            "java", "java {file}", "js", "node {file}", "go", "go run {file}");

    /** Returns a submission of each student in a folder for each of these programs. */
    static List<Submission> allIn(Path folder, Collection<String> programs) throws IOException {
        var submissions = new ArrayList<Submission>();
        for (var student : list(folder, Files::isDirectory)) {
            var files = list(lesson(student), Files::isRegularFile).stream().collect(groupingBy(Submission::program));
            var others = files.keySet().stream().filter(name -> !programs.contains(name)).flatMap(
                    name -> files.get(name).stream()).map(Submission::name).sorted().toList();
            for (var program : programs) {
                submissions.add(new Submission(name(student), program, named(program, files), others));
            }
        }
        return submissions;
    }

    /** Returns the folder of this lesson in that of a student, named like the module; otherwise the student's own. */
    private static Path lesson(Path student) throws IOException {
        return list(student, folder -> Files.isDirectory(folder) && isThisLesson(folder.getFileName().toString()))
                .stream().max(comparing(folder -> folder.toString().length())).orElse(student);
    }

    private static boolean isThisLesson(String name) {
        return name.matches("(lesson-)?\\d\\d.*")
                && (Guide.folder().startsWith(name) || Guide.folder().startsWith("lesson-" + name));
    }

    private static List<Path> list(Path folder, Predicate<Path> wanted) throws IOException {
        try (var entries = Files.list(folder)) {
            // Skip files that systems, editors and compilers leave.
            return entries.filter(path -> !name(path).matches("[._].*|.*~|.*\\.(class|pyc|o)")).filter(wanted).sorted()
                    .toList();
        }
    }

    /** Returns the files of a program; files that can be started and are named exactly like it come first. */
    private static List<Path> named(String program, Map<String, List<Path>> files) {
        var startable = preferred(files.getOrDefault(program, List.of()), Submission::isStartable);
        return preferred(startable, file -> name(file).replaceFirst("\\..*", "").equals(program));
    }

    private static List<Path> preferred(List<Path> files, Predicate<Path> wanted) {
        var preferred = files.stream().filter(wanted).toList();
        return preferred.isEmpty() ? files : preferred;
    }

    private static boolean isStartable(Path file) {
        return System.getProperty(COMMAND) != null || STARTERS.containsKey(end(file)) || Files.isExecutable(file);
    }

    private static String end(Path file) {
        return name(file).replaceFirst(".*\\.", "").toLowerCase(Locale.ROOT);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    /** Returns the program ID in the name of a file, which may be written as in the shell, in Python or in Java. */
    static String program(Path file) {
        return name(file).replaceFirst("\\.[^.]*$", "").replaceAll("(?<=[a-z])(?=[A-Z])|[_ ]", "-")
                .toLowerCase(Locale.ROOT);
    }

    /** Returns the program to grade; its command is empty if there is no file. */
    Answer answer() {
        return new Answer(program, files.stream().findFirst().map(Submission::command).orElse(""), Lessons.port());
    }

    private static String command(Path file) {
        return System.getProperty(COMMAND, STARTERS.getOrDefault(end(file), "{file}"))
                .replace("{file}", GradedProcesses.quoted(file.toAbsolutePath()));
    }
}
