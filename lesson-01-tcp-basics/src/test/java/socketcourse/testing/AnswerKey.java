package socketcourse.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class whose tests judge the programs of a lesson: ours, or the answers that {@code -Danswer.ID=COMMAND} puts in
 * their place, one at a time, with our own program or the test itself at the other end.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({Grading.class, Terminals.Extension.class})
@TestMethodOrder(Grading.Order.class)
public @interface AnswerKey {
}
