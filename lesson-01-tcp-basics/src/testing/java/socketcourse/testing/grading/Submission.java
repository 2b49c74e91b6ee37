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

/**
 * A student's answer to a program: a file in her folder such as {@code reply-server.py}, {@code reply_server.py} or
 * {@code ReplyServer.java} is one to {@code reply-server}. Or her folder has one for each lesson.
 *
 * @param student the name of her folder
 * @param program the ID of the program
 * @param files   the files with that name: none if she wrote none
 * @param others  the names of the files with the name of no program
 */
record Submission(String student, String program, List<Path> files, List<String> others) {

    /** The property that says what starts each file. */
    private static final String COMMAND = "answers.command";

    /** What starts a file, by the end of its name; any other file starts by itself. */
    private static final Map<String, String> STARTERS = Map.of(
            "py", Python.with("websockets").or(() -> Python.with("socket")).orElse("python3") + " {file}",
            "java", "java {file}", "js", "node {file}", "go", "go run {file}");

    /** What the students have in their folders, in this one, for each of these programs. */
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

    /** The folder of this lesson in that of a student, by the name of the module or its beginning; or that itself. */
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
            // What a system, an editor or a compiler has put there is nobody's.
            return entries.filter(path -> !name(path).matches("[._].*|.*~|.*\\.(class|pyc|o)")).filter(wanted).sorted()
                    .toList();
        }
    }

    /** The files for a program: those that can be started and are named exactly so, if there are any. */
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

    /** The ID that the name of a file stands for, written as in the shell, in Python or in Java. */
    private static String program(Path file) {
        return name(file).replaceFirst("\\.[^.]*$", "").replaceAll("(?<=[a-z])(?=[A-Z])|[_ ]", "-")
                .toLowerCase(Locale.ROOT);
    }

    /** The command that starts its file: {@code -Danswers.command}, or what the end of its name says; none without. */
    String command() {
        return files.stream().findFirst().map(file -> {
            return System.getProperty(COMMAND, STARTERS.getOrDefault(end(file), "{file}"))
                    .replace("{file}", Answer.quoted(file.toAbsolutePath()));
        }).orElse("");
    }
}
