package socketcourse.testing.grading;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import socketcourse.testing.guide.Guide;

/** Grades a class, {@code -Danswers=FOLDER}: shows its progress, then writes a {@link GradeBook}. */
final class ClassGrading {

    /** A graded program mostly waits: for its port, its peer, its interpreter. */
    private static final int SIDE_BY_SIDE = 3 * Runtime.getRuntime().availableProcessors();

    private final Grader grader = new Grader(System.getProperty("lesson.package"));
    private final List<Submission> submissions;
    private final AtomicInteger graded = new AtomicInteger();

    private ClassGrading(Path folder) throws IOException {
        submissions = Submission.allIn(folder, grader.programs());
    }

    /**
     * Grades the class for this lesson. The last lesson of a build writes the results of all.
     *
     * @return the verdicts of all lessons; none, which counts as success, if other lessons follow
     * @throws NotGraded if there is no such folder, or no student in it
     */
    static List<Verdict> grade() throws IOException, InterruptedException {
        var folder = Path.of(System.getProperty("answers")).toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new NotGraded("Il n'y a pas de dossier " + folder + ".");
        }
        var grading = new ClassGrading(folder);
        if (grading.submissions.isEmpty()) {
            throw new NotGraded("Il n'y a pas d'étudiant dans " + folder + " : il faut un dossier par étudiant.");
        }
        var target = Path.of(System.getProperty("user.dir"), "target");
        var entries = Lessons.collect(target.resolve("grades"), Guide.folder(), grading.entries());
        if (entries.isEmpty()) {
            return List.of(Verdict.CORRECT);
        }
        var book = new GradeBook(entries.get());
        System.out.println(book.table());
        System.out.println("Le détail : " + book.write(target));
        return entries.get().stream().map(Entry::verdict).toList();
    }

    private List<Entry> entries() throws InterruptedException {
        var sideBySide = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        var oneAfterTheOther = Executors.newSingleThreadExecutor();
        try {
            var results = new ArrayList<Future<Entry>>();
            for (var submission : serversFirst()) {
                results.add(pool(submission, sideBySide, oneAfterTheOther).submit(() -> entry(submission)));
            }
            var entries = new ArrayList<Entry>();
            for (var result : results) {
                entries.add(result.get());
            }
            return entries;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            sideBySide.shutdownNow();
            oneAfterTheOther.shutdownNow();
        }
    }

    /** After a client, its server's port may be in TIME_WAIT, which matters to servers only. */
    private List<Submission> serversFirst() {
        return submissions.stream().sorted(comparing(submission -> !submission.answer().isServer())).toList();
    }

    private static ExecutorService pool(Submission submission, ExecutorService sideBySide,
            ExecutorService oneAfterTheOther) {
        return submission.answer().hasFixedPort() ? oneAfterTheOther : sideBySide;
    }

    private Entry entry(Submission submission) {
        var begin = System.nanoTime();
        var result = result(submission);
        System.out.println("%s/%s  %s, %s : %s".formatted(graded.incrementAndGet(), submissions.size(),
                submission.student(), submission.program(), result.verdict()));
        return new Entry(submission.student(), Guide.folder(), Guide.title(), submission.program(), result.verdict(),
                result.steps().stream().filter(step -> step.verdict() == Verdict.CORRECT).count(),
                result.steps().size(),
                result.firstWrong().map(step -> "étape %s : %s".formatted(step.step().step(), step.step().requires()))
                        .orElse(""),
                result.reason(), result.report(), Duration.ofNanos(System.nanoTime() - begin));
    }

    private Result result(Submission submission) {
        return switch (submission.files().size()) {
            case 0 -> Result.without(Verdict.NOT_SUBMITTED, submission.program(), submission.others().isEmpty() ? ""
                    : "Aucun programme de la leçon ne correspond à : " + String.join(", ", submission.others()) + ".");
            case 1 -> grader.grade(submission.answer());
            default -> Result.without(Verdict.NOT_GRADED, submission.program(), "Plusieurs fichiers pour ce programme : "
                    + submission.files().stream().map(Path::getFileName).map(Path::toString).collect(joining(", "))
                    + ".");
        };
    }
}
