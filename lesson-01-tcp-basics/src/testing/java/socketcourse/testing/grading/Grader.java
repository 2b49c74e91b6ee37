package socketcourse.testing.grading;

import static java.util.stream.Collectors.toCollection;
import static org.junit.platform.commons.support.AnnotationSupport.findAnnotatedMethods;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import socketcourse.testing.net.FixedPorts;

/** Runs the key of a lesson on answers, as many at a time as one wishes. */
public final class Grader {

    private final Class<?> key;

    /** The grader of a lesson, by its package. */
    public Grader(String lesson) {
        try {
            key = Class.forName(lesson + ".AnswerKeyTest");
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The IDs of the programs that the key judges. */
    public Set<String> programs() {
        return findAnnotatedMethods(key, Step.class, HierarchyTraversalMode.TOP_DOWN).stream()
                .map(method -> method.getAnnotation(Step.class).program()).collect(toCollection(TreeSet::new));
    }

    /**
     * Grades an answer.
     *
     * @param program the ID of the program
     * @param command the command that starts the answer
     * @param port    the port that the answer uses if its command has no place for another
     * @param more    more configuration parameters of {@link AnswerKeyExtension}
     */
    public Grade grade(String program, String command, int port, Map<String, String> more) {
        if (!programs().contains(program)) {
            return Grade.of(Verdict.NOT_GRADED, program,
                    "La clé de cette leçon ne juge que " + String.join(", ", programs()) + " (-Danswer.ID=COMMANDE).");
        }
        if (command.isBlank()) {
            return Grade.of(Verdict.NOT_GRADED, program, "Il n'y a pas de commande.");
        }
        if (command.contains("{port}")) {
            return judge(program, command, port, more);
        }
        try {
            var alone = FixedPorts.take(port);
            try {
                return judge(program, command, port, more);
            } finally {
                alone.release();
            }
        } catch (IOException e) {
            return Grade.of(Verdict.NOT_GRADED, program, "Le port %d ne peut pas être réservé : %s".formatted(port, e));
        }
    }

    private Grade judge(String program, String command, int port, Map<String, String> more) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(key))
                .configurationParameter(AnswerKeyExtension.PROGRAM, program)
                .configurationParameter(AnswerKeyExtension.COMMAND, command)
                .configurationParameter(AnswerKeyExtension.PORT, Integer.toString(port))
                // A step after the other, until one is wrong.
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .configurationParameters(more)
                .execute().allEvents().failed().stream().findFirst()
                .flatMap(event -> event.getPayload(TestExecutionResult.class))
                .flatMap(TestExecutionResult::getThrowable)
                .map(failure -> grade(program, failure))
                .orElseGet(() -> Grade.of(Verdict.RIGHT, program, ""));
    }

    private static Grade grade(String program, Throwable failure) {
        if (failure instanceof WrongAnswer wrong) {
            return wrong.grade();
        }
        if (failure instanceof NotGraded) {
            return Grade.of(Verdict.NOT_GRADED, program, failure.getMessage());
        }
        return Grade.of(Verdict.NOT_GRADED, program, "La clé elle-même a échoué : " + failure);
    }
}
