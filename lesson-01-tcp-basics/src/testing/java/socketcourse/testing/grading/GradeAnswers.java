package socketcourse.testing.grading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Grades the answers that the command line names, {@code -Danswer.ID=COMMAND}, and prints a report of each. One after
 * the other, as they may insist on the same port.
 */
@Execution(ExecutionMode.SAME_THREAD)
@Timeout(value = 1, unit = TimeUnit.DAYS)
class GradeAnswers {

    /** The properties that ask for a grade, mistyped ones among them: our tests do not run in their place. */
    static Stream<String> asked() {
        return System.getProperties().stringPropertyNames().stream().filter(property -> property.startsWith("answer"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("asked")
    void grade(String property) {
        var grade = new Grader(System.getProperty("lesson.package")).grade(property.replaceFirst("^answer\\.", ""),
                System.getProperty(property), Integer.getInteger("port"), Map.of());
        new PrintStream(System.out, true, UTF_8).println("\n" + grade.report());
        if (grade.verdict() != Verdict.RIGHT) {
            throw new WrongAnswer(grade);
        }
    }
}
