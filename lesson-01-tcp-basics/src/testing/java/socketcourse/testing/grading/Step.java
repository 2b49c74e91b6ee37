package socketcourse.testing.grading;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

/** A test of an {@link AnswerKey}: one step in the grading of one program. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
public @interface Step {

    /** The ID of the program. */
    String program();

    /** The position among the steps of the program: the chapter's own case first, the most subtle case last. */
    int step();

    /** The French infinitive that says what a correct program does in this step. */
    String requires();

    /** The earlier steps without which this one cannot be tried. */
    int[] needs() default {};
}
