package socketcourse.testing.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
import socketcourse.testing.grading.Answer;
import socketcourse.testing.grading.Grader;
import socketcourse.testing.grading.Result;
import socketcourse.testing.launch.Python;
import socketcourse.testing.net.Ports;

/**
 * Tests the answer key of a lesson: it accepts correct programs, and rejects incorrect ones for the right reason. The
 * correct programs are Python scripts like those of the chapter, in the lesson's {@code src/test/resources/answers};
 * the others differ from them by a few lines.
 */
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(Lifecycle.PER_CLASS)
public abstract class AnswerKeySelfTests {

    /**
     * A program that differs from the script of its ID.
     *
     * @param program     the ID of the program
     * @param what        the difference
     * @param file        the name of its file
     * @param old         the lines of the script
     * @param replacement the lines that replace them; the whole program if it is not in Python
     * @param verdict     the beginning of the report, such as {@code faux. Étape 2}
     * @param reason      a part of the reason
     * @param hint        a part of the report
     */
    public record Variation(String program, String what, String file, String old, String replacement, String verdict,
            String reason, String hint) {

        /** Returns the same program with the verdict and the reason for which the key rejects it. */
        public Variation is(String otherVerdict, String why) {
            return new Variation(program, what, file, old, replacement, otherVerdict, why, hint);
        }

        /** Returns the same program with a hint that the report gives. */
        public Variation hinting(String otherHint) {
            return new Variation(program, what, file, old, replacement, verdict, reason, otherHint);
        }

        @Override
        public String toString() {
            return program + ": " + what;
        }
    }

    /** In these tests, 3 s of idleness or of computing are always a mistake. */
    private static final Duration LIMIT = Duration.ofSeconds(3);

    /** A report fits on one screen. */
    private static final int MAX_LINES = 40;

    private static final Map<String, String> COMMANDS = Map.of(
            ".java", "java \"FILE\" {port}",
            ".js", "node \"FILE\" {port}",
            ".c", "gcc -o \"FILE.out\" \"FILE\" && \"FILE.out\" {port}");

    private final Grader grader = new Grader(getClass().getPackageName());
    private String python;

    /** Returns a correct program whose script has these lines in place of the old ones. */
    protected static Variation answer(String program, String what, String old, String replacement) {
        return new Variation(program, what, "answer.py", old, replacement, "juste", "", "");
    }

    /** Returns a correct program in another language; the machine must have what its command needs. */
    protected static Variation program(String program, String what, String file, String source) {
        return new Variation(program, what, file, "", source, "juste", "", "");
    }

    /** Returns the Python module that the scripts need. */
    protected String module() {
        return "socket";
    }

    /** Returns programs that differ from the scripts and are correct. */
    protected abstract Stream<Variation> right();

    /** Returns programs that differ from the scripts and are incorrect. */
    protected abstract Stream<Variation> wrong();

    protected final Stream<String> programs() {
        return grader.programs().stream();
    }

    @BeforeAll
    void findPython() {
        python = Python.with(module()).orElse("");
        assumeTrue(!python.isEmpty(), "the key is not tested: there is no Python 3 with the module " + module());
    }

    @ParameterizedTest
    @MethodSource("programs")
    void key_accepts_the_script_of_the_chapter(String program, @TempDir Path folder) throws IOException {
        assertThat(grade(answer(program, "unchanged", "", ""), Ports.free(), "{port}", folder).report())
                .isEqualTo(program + " : juste.");
    }

    /** The script has no SO_REUSEADDR, and each step starts it again on the same port. */
    @ParameterizedTest
    @MethodSource("programs")
    void key_accepts_a_script_with_a_fixed_port(String program, @TempDir Path folder) throws IOException {
        var port = Ports.free();
        assertThat(grade(answer(program, "unchanged", "", ""), port, Integer.toString(port), folder).report())
                .isEqualTo(program + " : juste.");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void port_in_use_is_not_a_mistake_of_the_program(String program, @TempDir Path folder) throws IOException {
        try (var inUse = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = inUse.getLocalPort();
            assertThat(grade(answer(program, "unchanged", "", ""), port, Integer.toString(port), folder).report())
                    .startsWith(program + " : non évalué. Le port " + port + " est pris");
        }
    }

    @ParameterizedTest
    @MethodSource("right")
    void key_accepts(Variation answer, @TempDir Path folder) throws IOException {
        assertThat(grade(answer, Ports.free(), "{port}", folder).report()).isEqualTo(answer.program + " : juste.");
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void key_rejects(Variation answer, @TempDir Path folder) throws IOException {
        var result = grade(answer, Ports.free(), "{port}", folder);
        assertThat(result.report()).startsWith(answer.program + " : " + answer.verdict + ", il doit : ");
        assertThat(result.reason()).contains(answer.reason);
        assertThat(result.report()).contains(answer.hint);
        assertThat(result.report().lines().count()).isLessThanOrEqualTo(MAX_LINES);
    }

    private Result grade(Variation answer, int port, String portArgument, Path folder) throws IOException {
        if (!answer.file.endsWith(".py")) {
            return gradeProgram(answer, folder.resolve(answer.file));
        }
        String script;
        try (var resource = getClass().getResourceAsStream("/answers/" + answer.program + ".py")) {
            script = new String(resource.readAllBytes(), UTF_8).replace("\r\n", "\n");
        }
        assertThat(script).contains(answer.old);
        var file = Files.writeString(folder.resolve("answer.py"), script.replace(answer.old, answer.replacement));
        return grader.grade(new Answer(answer.program, "%s \"%s\" %s".formatted(python, file, portArgument), port,
                LIMIT, LIMIT));
    }

    private Result gradeProgram(Variation answer, Path file) throws IOException {
        Files.writeString(file, answer.replacement);
        var extension = answer.file.substring(answer.file.indexOf('.'));
        var command = COMMANDS.get(extension);
        assumeTrue(isOnPath(command.substring(0, command.indexOf(' '))), "not tested: no command for " + extension);
        return grader.grade(new Answer(answer.program, command.replace("FILE", file.toString()), Ports.free()));
    }

    private static boolean isOnPath(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }
}
