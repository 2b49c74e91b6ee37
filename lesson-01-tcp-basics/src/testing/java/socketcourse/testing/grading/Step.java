package socketcourse.testing.grading;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

/** A test of an {@link AnswerKey}: one step in the judgement of one program. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
public @interface Step {

    /** The ID of the program. */
    String program();

    /** Its place among the steps of this program: the chapter's own case comes first, what few get wrong last. */
    int step();

    /** What a right program does in this step, as the end of a French sentence whose beginning is the program. */
    String requires();
}
