package socketcourse.testing;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Grades a class: {@code -Danswers=FOLDER} has a folder for each student, and a file in it such as
 * {@code reply-server.py} is an answer to {@code reply-server}. Prints a table of students, programs and verdicts.
 */
class GradeBookTest {

    /** The property that names the folder. */
    static final String FOLDER = "answers";

    /** What starts a file, by the end of its name; any other file starts by itself. */
    private static final Map<String, String> STARTERS = Map.of(
            "py", "python3 {file}", "java", "java {file}", "js", "node {file}", "go", "go run {file}");

    private static final int REASON_LENGTH = 160;

    @Test
    @Timeout(value = 1, unit = TimeUnit.DAYS)
    void grade() throws IOException {
        var screen = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var grader = new Grader(System.getProperty("lesson.package"));
        var programs = List.copyOf(grader.programs());
        screen.println("\n| Student | " + String.join(" | ", programs) + " |");
        screen.println("|---|" + "---|".repeat(programs.size()));
        for (var student : list(Answer.FOLDER.resolve(System.getProperty(FOLDER)), Files::isDirectory)) {
            var files = list(student, Files::isRegularFile);
            screen.println("| " + student.getFileName() + " | " + programs.stream()
                    .map(program -> files.stream().filter(file -> program(file).equals(program)).findFirst()
                            .map(file -> verdict(grader, program, file)).orElse("no answer"))
                    .collect(joining(" | ")) + " |");
        }
    }

    private static List<Path> list(Path folder, Predicate<Path> wanted) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.filter(wanted).sorted().toList();
        }
    }

    private static String program(Path file) {
        return file.getFileName().toString().replaceAll("\\.[^.]*$", "");
    }

    private static String verdict(Grader grader, String program, Path file) {
        var end = file.getFileName().toString().substring(program.length()).replace(".", "");
        var command = System.getProperty("answers.command", STARTERS.getOrDefault(end, "{file}"))
                .replace("{file}", "\"" + file.toAbsolutePath() + "\"");
        try {
            var reason = grader.grade(program, command, Map.of()).lines().findFirst().orElse("");
            return reason.isEmpty() ? "right" : "wrong: "
                    + reason.substring(0, Math.min(REASON_LENGTH, reason.length())).replace("|", "\\|");
        } catch (NotGraded e) {
            return "not graded: " + e.getMessage();
        }
    }
}
