package socketcourse.testing.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import socketcourse.testing.grading.Answer;
import socketcourse.testing.grading.Grader;
import socketcourse.testing.grading.Result;
import socketcourse.testing.grading.Skeleton;
import socketcourse.testing.launch.CompileError;
import socketcourse.testing.launch.Launch;
import socketcourse.testing.launch.NotLaunchable;
import socketcourse.testing.net.Ports;

/**
 * Tests the keys of a lesson with our solutions of its exercises: the keys accept each solution, and reject the typical
 * mistakes in the challenge for the right reason.
 */
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(Lifecycle.PER_CLASS)
public abstract class ChallengeSelfTests {

    /**
     * A mistake in the challenge.
     *
     * @param what        the mistake
     * @param old         the text of the solution
     * @param replacement the text that replaces it
     * @param verdict     the beginning of the verdict, such as {@code faux. Étape 2}
     * @param reason      a part of the reason
     */
    public record Mistake(String what, String old, String replacement, String verdict, String reason) {

        @Override
        public String toString() {
            return what;
        }
    }

    /** In these tests, 3 s of idleness or of computing are always a mistake. */
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final Grader grader = new Grader(getClass().getPackageName());

    /** Returns the typical mistakes in the challenge. */
    protected abstract Stream<Mistake> mistakes();

    static Stream<String> programs() {
        return Skeleton.programs().stream();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void key_accepts_the_solution(String program, @TempDir Path folder) throws Exception {
        assertThat(grade(program, Skeleton.solution(program), folder).report()).isEqualTo(program + " : juste.");
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void key_rejects(Mistake mistake, @TempDir Path folder) throws Exception {
        var challenge = programs().reduce((earlier, last) -> last).orElseThrow();
        var solution = Skeleton.solution(challenge);
        assertThat(solution).contains(mistake.old);
        var result = grade(challenge, solution.replace(mistake.old, mistake.replacement), folder);
        assertThat(result.report()).startsWith(challenge + " : " + mistake.verdict + ", il doit : ");
        assertThat(result.reason()).contains(mistake.reason);
    }

    private Result grade(String program, String text, Path folder) throws IOException, NotLaunchable, CompileError {
        var file = Files.writeString(folder.resolve(Skeleton.fileName(program)), text);
        var port = Ports.free();
        return grader.grade(new Answer(program, Launch.command(file, port, folder.resolve("output")), port, LIMIT, LIMIT));
    }
}
