package socketcourse.testing.grading;

/**
 * What is said of an answer.
 *
 * @param verdict     in one word
 * @param step        the step at which its judgement ended; 0 if there is none
 * @param requirement what this step asks for; empty if there is none
 * @param reason      what is wrong with it, in one line; empty if nothing is
 * @param report      the whole story, for who wrote the answer
 */
public record Grade(Verdict verdict, int step, String requirement, String reason, String report) {

    /** A grade without a step. */
    static Grade of(Verdict verdict, String program, String reason) {
        return new Grade(verdict, 0, "", reason,
                program + " : " + verdict + (reason.isEmpty() ? "." : ". " + reason));
    }
}
