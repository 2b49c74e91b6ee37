package socketcourse.testing.grading;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import socketcourse.testing.guide.Guide;

/** Grades a class, {@code -Danswers=FOLDER}: says how far it is, and makes a {@link GradeBook}. */
class GradeClass {

    /** The property that names the folder. */
    static final String FOLDER = "answers";

    /** An answer mostly waits, for a port, for a peer, for its interpreter: more of them than processors. */
    private static final int SIDE_BY_SIDE = 3 * Runtime.getRuntime().availableProcessors();

    private final PrintStream screen = new PrintStream(System.out, true, UTF_8);
    private final Grader grader = new Grader(System.getProperty("lesson.package"));
    private final AtomicInteger graded = new AtomicInteger();

    @Test
    @Timeout(value = 1, unit = TimeUnit.DAYS)
    void grade() throws IOException, InterruptedException, ExecutionException {
        var folder = Answer.FOLDER.resolve(System.getProperty(FOLDER));
        if (!Files.isDirectory(folder)) {
            throw new NotGraded("Il n'y a pas de dossier " + folder.toAbsolutePath() + ".");
        }
        var submissions = Submission.allIn(folder, grader.programs());
        var sideBySide = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        // Who insists on a port has it alone.
        var oneAfterTheOther = Executors.newSingleThreadExecutor();
        var results = new ArrayList<Future<GradeBook.Entry>>();
        for (var submission : submissions) {
            var pool = submission.command().contains("{port}") ? sideBySide : oneAfterTheOther;
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

    private GradeBook.Entry grade(Submission submission, int count) {
        var begin = System.nanoTime();
        var grade = switch (submission.files().size()) {
            case 0 -> Grade.of(Verdict.NO_ANSWER, submission.program(), submission.others().isEmpty() ? ""
                    : "Aucun programme ne s'appelle comme " + String.join(", ", submission.others()) + ".");
            case 1 -> grader.grade(submission.program(), submission.command(), Integer.getInteger("port"), Map.of());
            default -> Grade.of(Verdict.NOT_GRADED, submission.program(), "Plusieurs fichiers pour ce programme : "
                    + submission.files().stream().map(Path::getFileName).map(Path::toString).collect(joining(", "))
                    + ".");
        };
        screen.printf("%d/%d  %s, %s : %s%n", graded.incrementAndGet(), count, submission.student(),
                submission.program(), grade.verdict());
        return new GradeBook.Entry(submission.student(), submission.program(), grade,
                Duration.ofNanos(System.nanoTime() - begin));
    }
}
