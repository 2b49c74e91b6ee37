package socketcourse.testing.grading;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class whose tests judge the programs of a lesson: ours, or, when a {@link Grader} runs them, an answer in the place
 * of one, with our own program or the test itself at the other end.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(AnswerKeyExtension.class)
@TestMethodOrder(StepOrder.class)
public @interface AnswerKey {
}
