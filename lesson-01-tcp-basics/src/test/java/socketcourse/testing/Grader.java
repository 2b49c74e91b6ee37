package socketcourse.testing;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.Set;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs the key of a lesson on one answer. */
final class Grader {

    private final Class<?> key;

    /** The grader of a lesson, by its package. */
    Grader(String lesson) {
        try {
            key = Class.forName(lesson + ".AnswerKeyTest");
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The IDs of the programs that the key judges. */
    Set<String> programs() {
        return Grading.programs(key);
    }

    /**
     * Grades an answer.
     *
     * @param program the ID of the program
     * @param command the command that starts the answer
     * @param more    configuration parameters of the key
     * @return what is wrong with it, in the words of the key; empty if it is right
     * @throws NotGraded if it could not be graded, through no fault of its own
     */
    String grade(String program, String command, Map<String, String> more) {
        var run = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(key))
                .configurationParameters(more)
                .configurationParameter(Grading.PREFIX + program, command)
                .execute();
        var failure = run.allEvents().failed().stream().findFirst()
                .flatMap(event -> event.getPayload(TestExecutionResult.class))
                .flatMap(TestExecutionResult::getThrowable);
        if (failure.isPresent() && !(failure.get() instanceof WrongAnswer)) {
            throw failure.get() instanceof NotGraded notGraded ? notGraded : new IllegalStateException(failure.get());
        }
        if (failure.isEmpty() && run.testEvents().succeeded().count() == 0) {
            throw new NotGraded("The key does not judge \"" + program + "\".");
        }
        return failure.map(Throwable::getMessage).orElse("");
    }
}
