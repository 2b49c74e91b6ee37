package socketcourse.testing.grading;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class whose tests judge the programs of a lesson. The tests run on our own programs; when a {@link Grader} runs
 * them, another program takes the place of one of ours, and the test or our own program is its peer.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(AnswerKeyExtension.class)
@TestMethodOrder(StepOrder.class)
public @interface AnswerKey {
}
