package socketcourse.testing.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import socketcourse.testing.grading.Skeleton;
import socketcourse.testing.guide.Guide;
import socketcourse.testing.launch.Launch;
import socketcourse.testing.process.ChildJvm;

/** Tests the skeletons of a lesson's exercises. A file that a student has edited makes no test fail. */
class ExercisesTest {

    private static final Pattern GAP = Pattern.compile("À COMPLÉTER (\\d+) : ");

    static Stream<String> programs() {
        assumeTrue(System.getProperty("lesson.package") != null, "run by Maven, which names the lesson");
        return Skeleton.programs().stream();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void skeleton_is_its_solution_without_the_gaps_lines(String program) throws Exception {
        var file = Guide.exercises().resolve(Skeleton.fileName(program));
        var isPristine = Boolean.getBoolean("exercises.pristine");
        assumeTrue(isPristine || Files.exists(file), file + " has been deleted");
        var text = Files.readString(file).replace("\r\n", "\n");
        assumeTrue(isPristine || text.equals(Skeleton.of(program)),
                file + " has been edited; -Dexercises.pristine=true compares it all the same");
        assertThat(text).isEqualTo(Skeleton.of(program));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void skeleton_has_numbered_gaps_and_no_markers(String program) {
        var numbers = GAP.matcher(Skeleton.of(program)).results().map(gap -> Integer.valueOf(gap.group(1))).toList();
        assertThat(numbers).hasSizeGreaterThan(1).containsExactlyElementsOf(
                IntStream.rangeClosed(1, numbers.size()).boxed().toList());
        assertThat(Skeleton.of(program)).doesNotContain("// [", "// ]").doesNotContain("\npackage ");
        assertThat(Skeleton.solution(program).length()).isGreaterThan(Skeleton.of(program).length() + 50);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void skeleton_compiles_starts_and_ends(String program, @TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve(Skeleton.fileName(program)), Skeleton.of(program));
        var output = folder.resolve("output");
        assertThat(Launch.command(file, 0, output)).contains("java.args");
        var errors = folder.resolve("errors");
        var process = new ProcessBuilder(ChildJvm.executable(), "@" + output.resolve("java.args"))
                .redirectErrorStream(true).redirectOutput(errors.toFile()).start();
        try {
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(Files.readString(errors)).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }
}
