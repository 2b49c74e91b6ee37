package socketcourse.testing;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The answers that one run of a key grades, by the IDs of the programs whose place they take.
 */
final class Answers {

    private final Map<String, Answer> answers;
    private final Set<String> wrong = new HashSet<>();

    Answers(Map<String, Answer> answers) {
        this.answers = answers;
    }

    /** Tells whether a program is to be judged further: each one until its first mistake, ours all the way. */
    boolean areToBeJudged(String program) {
        return answers.isEmpty() || answers.containsKey(program) && !wrong.contains(program);
    }

    /** The answer in the place of a program, or null for ours. */
    Answer of(String program) {
        return answers.get(program);
    }

    void isWrong(String program) {
        wrong.add(program);
    }
}
