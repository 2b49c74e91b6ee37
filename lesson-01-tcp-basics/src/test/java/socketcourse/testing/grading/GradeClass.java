package socketcourse.testing.grading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import socketcourse.testing.guide.Guide;

/**
 * Grades a class: {@code -Danswers=FOLDER} has a folder for each student, and a file in it such as
 * {@code reply-server.py} is an answer to {@code reply-server}. Called in the root, it has a folder for each lesson in
 * that of a student. Says how far it is, and makes a {@link GradeBook}.
 */
class GradeClass {

    /** The property that names the folder. */
    static final String FOLDER = "answers";

    /** What starts a file, by the end of its name; any other file starts by itself. */
    private static final Map<String, String> STARTERS = Map.of(
            "py", Python.with("socket").orElse("python3") + " {file}", "java", "java {file}", "js", "node {file}",
            "go", "go run {file}");

    /** An answer mostly waits, for a port, for a peer, for its interpreter: more of them than processors. */
    private static final int SIDE_BY_SIDE = 3 * Runtime.getRuntime().availableProcessors();

    private final PrintStream screen = new PrintStream(System.out, true, UTF_8);
    private final Grader grader = new Grader(System.getProperty("lesson.package"));
    private final AtomicInteger graded = new AtomicInteger();

    /** A student's answer to a program; none if she wrote none. */
    private record Submission(String student, String program, List<Path> files) {
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.DAYS)
    void grade() throws IOException, InterruptedException, ExecutionException {
        var folder = Answer.FOLDER.resolve(System.getProperty(FOLDER));
        if (!Files.isDirectory(folder)) {
            throw new NotGraded("Il n'y a pas de dossier " + folder.toAbsolutePath() + ".");
        }
        var submissions = submissions(folder);
        var sideBySide = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        // Who insists on a port has it alone.
        var oneAfterTheOther = Executors.newSingleThreadExecutor();
        var results = new ArrayList<Future<GradeBook.Entry>>();
        for (var submission : submissions) {
            var pool = command(submission).contains("{port}") ? sideBySide : oneAfterTheOther;
            results.add(pool.submit(() -> grade(submission, submissions.size())));
        }
        sideBySide.shutdown();
        oneAfterTheOther.shutdown();
        var entries = new ArrayList<GradeBook.Entry>();
        for (var result : results) {
            entries.add(result.get());
        }
        var book = new GradeBook(Guide.folder(), List.copyOf(grader.programs()), entries);
        screen.println(book.table());
        screen.println("Le détail : " + book.write(Answer.FOLDER.resolve("target")));
    }

    private List<Submission> submissions(Path folder) throws IOException {
        var submissions = new ArrayList<Submission>();
        for (var student : list(folder, Files::isDirectory)) {
            var files = list(lesson(student), Files::isRegularFile);
            for (var program : grader.programs()) {
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

    private static String command(Submission submission) {
        return submission.files.stream().findFirst().map(file -> {
            var end = file.getFileName().toString().substring(submission.program.length()).replace(".", "");
            return System.getProperty("answers.command", STARTERS.getOrDefault(end, "{file}"))
                    .replace("{file}", Answer.quoted(file.toAbsolutePath()));
        }).orElse("");
    }

    private GradeBook.Entry grade(Submission submission, int count) {
        var begin = System.nanoTime();
        var grade = submission.files.isEmpty() ? Grade.of(Verdict.NO_ANSWER, submission.program, "")
                : submission.files.size() > 1 ? Grade.of(Verdict.NOT_GRADED, submission.program,
                        "Plusieurs fichiers pour ce programme : " + submission.files.stream().map(Path::getFileName)
                                .map(Path::toString).collect(joining(", ")) + ".")
                : grader.grade(submission.program, command(submission), Integer.getInteger("port"), Map.of());
        screen.printf("%d/%d  %s, %s : %s%n", graded.incrementAndGet(), count, submission.student, submission.program,
                grade.verdict());
        return new GradeBook.Entry(submission.student, submission.program, grade,
                Duration.ofNanos(System.nanoTime() - begin));
    }
}
