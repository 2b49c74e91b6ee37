package socketcourse.testing.grading;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import socketcourse.testing.guide.Guide;
import socketcourse.testing.launch.CompileError;
import socketcourse.testing.launch.Launch;
import socketcourse.testing.launch.NotLaunchable;
import socketcourse.testing.launch.Sandbox;
import socketcourse.testing.launch.Shell;
import socketcourse.testing.submissions.Submission;

/** Grades submissions for a lesson: several at once if they accept a port, otherwise one after the other. */
final class SubmissionGrader implements AutoCloseable {

    /** A graded program mostly waits: for its port, its peer, its interpreter. */
    private static final int SIDE_BY_SIDE = 3 * Runtime.getRuntime().availableProcessors();

    private final ExecutorService sideBySide = Executors.newFixedThreadPool(SIDE_BY_SIDE);
    private final ExecutorService oneAfterTheOther = Executors.newSingleThreadExecutor();
    private final Grader grader;
    private final Path compiled;

    /**
     * Creates a grader.
     *
     * @param compiled the folder for compiled programs
     */
    SubmissionGrader(Grader grader, Path compiled) {
        this.grader = grader;
        this.compiled = compiled;
    }

    /** A way to a result, which may need the chapter's port. */
    private record Attempt(boolean hasFixedPort, Function<String, Result> grader) {

        static Attempt without(Verdict verdict, String program, String reason) {
            return new Attempt(false, as -> Result.without(verdict, program, reason));
        }
    }

    /**
     * Grades a submission.
     *
     * @param missing the programs that the student has not submitted: the file may be one of them
     * @param counts  whether the program counts for the mark
     */
    CompletableFuture<Entry> grade(Submission submission, Collection<String> missing, boolean counts) {
        return CompletableFuture.supplyAsync(() -> attempt(submission), sideBySide).thenComposeAsync(attempt ->
                CompletableFuture.supplyAsync(() -> entry(submission, attempt, missing, counts),
                        attempt.hasFixedPort ? oneAfterTheOther : Runnable::run), sideBySide);
    }

    /** Stops the threads; what they still grade is lost. */
    @Override
    public void close() {
        sideBySide.shutdownNow();
        oneAfterTheOther.shutdownNow();
    }

    private Attempt attempt(Submission submission) {
        var program = submission.program();
        if (submission.file().isEmpty()) {
            return Attempt.without(Verdict.NOT_SUBMITTED, program, "");
        }
        try {
            var command = command(submission.file().get(), program);
            return new Attempt(new Answer(program, command, Lessons.port()).hasFixedPort(),
                    as -> grader.grade(new Answer(as, command, Lessons.port())));
        } catch (CompileError e) {
            return Attempt.without(Verdict.FAILS_AT_START, program, "il ne compile pas : " + e.getMessage());
        } catch (NotLaunchable e) {
            return Attempt.without(Verdict.NOT_GRADED, program, e.getMessage());
        } catch (IOException e) {
            return Attempt.without(Verdict.NOT_GRADED, program, "Ce fichier ne peut pas être lu : " + e);
        }
    }

    private String command(Path file, String program) throws IOException, NotLaunchable, CompileError {
        var given = System.getProperty("answers.command");
        var output = Files.createTempDirectory(compiled, program + "-");
        var command = given == null ? Launch.command(file, Lessons.port(), output)
                : Shell.in(file.getParent(), given.replace("{file}", Shell.quoted(file)));
        return SandboxedGrading.isWanted() ? Sandbox.command(command, file.getParent(), output, compiled.getParent())
                : command;
    }

    private static Entry entry(Submission submission, Attempt attempt, Collection<String> missing, boolean counts) {
        var begin = System.nanoTime();
        var program = submission.program();
        var result = attempt.grader.apply(program);
        var similar = result.firstWrong().isEmpty() ? "" : missing.stream()
                .filter(other -> hasSameRole(program, other))
                .filter(other -> attempt.grader.apply(other).verdict() == Verdict.CORRECT)
                .map(other -> " ; ce programme ressemble à " + other).findFirst().orElse("");
        return new Entry(submission.student(), Guide.folder(), Guide.title(), program, counts, result.verdict(),
                result.steps().stream().filter(step -> step.verdict() == Verdict.CORRECT).count(),
                result.steps().size(),
                result.firstWrong().map(step -> "étape %s : %s".formatted(step.step().step(), step.step().requires()))
                        .orElse(""),
                result.reason() + similar, result.report(), feedback(result, submission), submission.remarks(),
                Duration.ofNanos(System.nanoTime() - begin));
    }

    private static boolean hasSameRole(String program, String other) {
        return program.endsWith("server") == other.endsWith("server");
    }

    /** Returns the report for the author: without the command of this machine, and without the path of the copy. */
    private static String feedback(Result result, Submission submission) {
        var report = result.report().lines().filter(line -> !line.startsWith("Pour refaire ce test"))
                .collect(joining("\n"));
        return submission.file().map(file -> report.replace(file.getParent() + File.separator, "")).orElse(report);
    }
}
