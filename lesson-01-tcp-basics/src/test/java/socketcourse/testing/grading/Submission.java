package socketcourse.testing.grading;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import socketcourse.testing.guide.Guide;

/**
 * A student's answer to a program: a file in her folder such as {@code reply-server.py} is one to {@code reply-server}.
 * Or her folder has one for each lesson.
 *
 * @param student the name of her folder
 * @param program the ID of the program
 * @param files   the files with that name: none if she wrote none
 */
record Submission(String student, String program, List<Path> files) {

    /** What starts a file, by the end of its name; any other file starts by itself. */
    private static final Map<String, String> STARTERS = Map.of(
            "py", Python.with("socket").orElse("python3") + " {file}", "java", "java {file}", "js", "node {file}",
            "go", "go run {file}");

    /** What the students have in their folders, in this one, for each of these programs. */
    static List<Submission> allIn(Path folder, Collection<String> programs) throws IOException {
        var submissions = new ArrayList<Submission>();
        for (var student : list(folder, Files::isDirectory)) {
            var files = list(lesson(student), Files::isRegularFile);
            for (var program : programs) {
                submissions.add(new Submission(student.getFileName().toString(), program,
                        files.stream().filter(file -> program(file).equals(program)).toList()));
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
            // What a system or an editor has put there is nobody's.
            return entries.filter(path -> !path.getFileName().toString().matches("[._].*|.*~")).filter(wanted).sorted()
                    .toList();
        }
    }

    private static String program(Path file) {
        return file.getFileName().toString().replaceAll("\\.[^.]*$", "");
    }

    /** The command that starts its file: {@code -Danswers.command}, or what the end of its name says; none without. */
    String command() {
        return files.stream().findFirst().map(file -> {
            var end = file.getFileName().toString().substring(program.length()).replace(".", "");
            return System.getProperty("answers.command", STARTERS.getOrDefault(end, "{file}"))
                    .replace("{file}", Answer.quoted(file.toAbsolutePath()));
        }).orElse("");
    }
}
