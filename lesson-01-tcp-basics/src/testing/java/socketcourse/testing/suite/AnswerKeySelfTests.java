package socketcourse.testing.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import socketcourse.testing.grading.AnswerKeyExtension;
import socketcourse.testing.grading.Grade;
import socketcourse.testing.grading.Grader;
import socketcourse.testing.grading.Python;
import socketcourse.testing.net.Ports;

/**
 * The key of a lesson, graded itself: it accepts answers that are right, and rejects answers that are wrong for the
 * reason for which they are. The first ones are scripts in Python, in the manner of the chapter, in the lesson's
 * {@code src/test/resources/answers}; the others differ from them by a few lines.
 */
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(Lifecycle.PER_CLASS)
public abstract class AnswerKeySelfTests {

    /**
     * An answer that differs from the script of its program.
     *
     * @param program     the ID of the program
     * @param what        in what it differs
     * @param old         the lines of the script
     * @param replacement the lines in their place
     * @param verdict     what the key says, as the report begins: {@code faux. Étape 2}
     * @param reason      a part of the reason for it
     */
    public record Variation(String program, String what, String old, String replacement, String verdict,
            String reason) {

        /** The same answer, which the key rejects, and so it says why. */
        public Variation is(String otherVerdict, String why) {
            return new Variation(program, what, old, replacement, otherVerdict, why);
        }

        @Override
        public String toString() {
            return program + ": " + what;
        }
    }

    /** Who waits here, waits for ever, and so does who computes: no right answer does either for 3 s. */
    private static final Map<String, String> IMPATIENT = Map.of(AnswerKeyExtension.QUIET, "3", AnswerKeyExtension.WORK, "3");

    private final Grader grader = new Grader(getClass().getPackageName());
    private String python;

    /** An answer whose script has those lines in the place of the old ones; it is right. */
    protected static Variation answer(String program, String what, String old, String replacement) {
        return new Variation(program, what, old, replacement, "juste", "");
    }

    /** The Python module that the scripts need beyond the language. */
    protected String module() {
        return "socket";
    }

    /** Answers that differ from the scripts, and are right. */
    protected abstract Stream<Variation> right();

    /** Answers that differ from the scripts, and are wrong. */
    protected abstract Stream<Variation> wrong();

    protected final Stream<String> programs() {
        return grader.programs().stream();
    }

    @BeforeAll
    void findPython() {
        python = Python.with(module()).orElse("");
        assumeTrue(!python.isEmpty(), "the key is not checked: there is no Python 3 with the module " + module());
    }

    @ParameterizedTest
    @MethodSource("programs")
    void the_key_accepts_the_script_of_the_chapter(String program, @TempDir Path folder) throws IOException {
        assertThat(grade(answer(program, "as it is", "", ""), Ports.free(), "{port}", folder).report())
                .isEqualTo(program + " : juste.");
    }

    /** As a command without {@code {port}} does: it starts again and again on one port, without SO_REUSEADDR. */
    @ParameterizedTest
    @MethodSource("programs")
    void the_key_accepts_a_script_with_a_port_of_its_own(String program, @TempDir Path folder) throws IOException {
        var port = Ports.free();
        assertThat(grade(answer(program, "as it is", "", ""), port, Integer.toString(port), folder).report())
                .isEqualTo(program + " : juste.");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void a_port_that_is_still_in_use_is_no_mistake_of_the_answer(String program, @TempDir Path folder)
            throws IOException {
        try (var inUse = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = inUse.getLocalPort();
            assertThat(grade(answer(program, "as it is", "", ""), port, Integer.toString(port), folder).report())
                    .startsWith(program + " : non noté. Le port " + port + " est pris");
        }
    }

    @ParameterizedTest
    @MethodSource("right")
    void the_key_accepts(Variation answer, @TempDir Path folder) throws IOException {
        assertThat(grade(answer, Ports.free(), "{port}", folder).report()).isEqualTo(answer.program + " : juste.");
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void the_key_rejects(Variation answer, @TempDir Path folder) throws IOException {
        var grade = grade(answer, Ports.free(), "{port}", folder);
        assertThat(grade.report()).startsWith(answer.program + " : " + answer.verdict + " : ");
        assertThat(grade.reason()).contains(answer.reason);
    }

    private Grade grade(Variation answer, int port, String itsPort, Path folder) throws IOException {
        String script;
        try (var resource = getClass().getResourceAsStream("/answers/" + answer.program + ".py")) {
            script = new String(resource.readAllBytes(), UTF_8);
        }
        assertThat(script).contains(answer.old);
        var file = Files.writeString(folder.resolve("answer.py"), script.replace(answer.old, answer.replacement));
        return grader.grade(answer.program, "%s \"%s\" %s".formatted(python, file, itsPort), port, IMPATIENT);
    }
}
