package socketcourse.testing.grading;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import socketcourse.testing.guide.Guide;
import socketcourse.testing.submissions.ClassFolder;
import socketcourse.testing.submissions.StudentFiles;
import socketcourse.testing.submissions.Submission;
import socketcourse.testing.submissions.UnreadableSubmission;

/** Grades a class, {@code -Danswers=FOLDER}: shows its progress, then writes a {@link GradeBook}. */
final class ClassGrading {

    /** A program that shows something, and that no page asks for. */
    private static final Set<String> NOT_ASKED = Set.of("handshake");

    private static final Path TARGET = Path.of(System.getProperty("user.dir"), "target");

    private final Path work = TARGET.resolve("submissions").resolve(Guide.folder());
    private final int lesson = Integer.parseInt(Guide.folder().replaceAll("\\D", ""));
    private final Grader grader = new Grader(System.getProperty("lesson.package"));
    private final Marks marks = Marks.ofCommandLine();
    private final Queue<Entry> graded = new ConcurrentLinkedQueue<>();

    /**
     * Grades the class for this lesson. The last lesson of a build writes the results of all.
     *
     * @return the verdicts of all lessons; none, which counts as success, if other lessons follow
     * @throws NotGraded if there is no such folder or zip, or no student in it
     */
    static List<Verdict> grade() throws IOException, InterruptedException {
        if (SandboxedGrading.isWanted() && !SandboxedGrading.isInside()) {
            return SandboxedGrading.grade();
        }
        var grading = new ClassGrading();
        var interrupted = new Thread(grading::saveWhatIsGraded);
        Runtime.getRuntime().addShutdownHook(interrupted);
        var worksheet = System.getProperty("moodle") == null ? Optional.<Worksheet>empty()
                : Optional.of(new Worksheet(Path.of(System.getProperty("moodle")).toAbsolutePath()));
        var graded = grading.entries();
        removeHook(interrupted);
        var entries = Lessons.collect(TARGET.resolve("grades"), Guide.folder(), graded);
        if (entries.isEmpty()) {
            return List.of(Verdict.CORRECT);
        }
        if (entries.get().isEmpty()) {
            throw new NotGraded("Aucune leçon ne contient un programme de -Dprograms.");
        }
        var book = new GradeBook(entries.get(), grading.marks);
        System.out.println(book.table());
        System.out.println("Le détail : " + book.write(TARGET));
        if (worksheet.isPresent()) {
            System.out.println(worksheet.get().fillIn(book, TARGET));
        }
        return entries.get().stream().map(Entry::verdict).toList();
    }

    /** Removes the hook; after Ctrl-C, it does not return, because killed programs get wrong grades. */
    private static void removeHook(Thread hook) throws InterruptedException {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            Thread.currentThread().join();
        }
    }

    /** After Ctrl-C, writes the grades of the programs that were graded before. */
    private void saveWhatIsGraded() {
        var entries = List.copyOf(graded);
        if (!entries.isEmpty()) {
            try {
                System.err.println("\nCorrection interrompue. Ce qui a été corrigé : "
                        + new GradeBook(entries, marks).write(TARGET));
            } catch (IOException e) {
                System.err.println(e.getMessage());
            }
        }
    }

    private List<Entry> entries() throws IOException {
        var submissions = submissions();
        var progress = new Progress(submissions.size());
        try (var pool = new SubmissionGrader(grader, Files.createDirectories(work.resolve("compiled")))) {
            var results = new ArrayList<CompletableFuture<Entry>>();
            for (var submission : submissions) {
                results.add(pool.grade(submission, missing(submission, submissions), counts(submission.program()))
                        .thenApply(entry -> {
                            graded.add(entry);
                            progress.add(entry.student().name() + ", " + entry.program());
                            return entry;
                        }));
            }
            return results.stream().map(CompletableFuture::join).toList();
        }
    }

    /** Returns the submissions, servers first: after a client, a port may be in TIME_WAIT, which matters to servers. */
    private List<Submission> submissions() throws IOException {
        var folder = read();
        if (!folder.strays().isEmpty()) {
            System.out.println("Dans le dossier d'aucun étudiant : " + String.join(", ", folder.strays()));
        }
        var withoutFolder = folder.students().stream().filter(student -> !student.hasFolderFor(lesson))
                .map(student -> student.student().name()).toList();
        if (Lessons.inThisBuild() > 1 && !withoutFolder.isEmpty()) {
            System.out.println("Sans dossier pour " + Guide.folder() + ", donc avec tous leurs fichiers : "
                    + String.join(", ", withoutFolder));
        }
        return folder.students().stream().flatMap(this::submissions)
                .sorted(comparing((Submission submission) -> !submission.program().endsWith("server"))).toList();
    }

    private ClassFolder read() throws IOException {
        try {
            return ClassFolder.read(Path.of(System.getProperty("answers")).toAbsolutePath().normalize(), work);
        } catch (UnreadableSubmission e) {
            throw new NotGraded(e.getMessage());
        }
    }

    private Stream<Submission> submissions(StudentFiles student) {
        return Submission.of(student, lesson, grader.programs()).stream()
                .filter(submission -> isNamed(submission.program()) || named().isEmpty()
                        && (counts(submission.program()) || submission.file().isPresent()));
    }

    private static List<String> named() {
        return Stream.of(System.getProperty("programs", "").split(",")).map(String::strip)
                .filter(name -> !name.isEmpty()).toList();
    }

    private static boolean isNamed(String program) {
        return named().contains(program);
    }

    /** Returns whether a program counts for the mark. */
    private static boolean counts(String program) {
        return isNamed(program) || !NOT_ASKED.contains(program);
    }

    /** Returns the programs of which the same student has no file. */
    private static List<String> missing(Submission submission, Collection<Submission> submissions) {
        return submissions.stream().filter(other -> other.student().equals(submission.student()))
                .filter(other -> other.file().isEmpty()).map(Submission::program).toList();
    }
}
