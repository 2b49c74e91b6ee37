package socketcourse.testing;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The answers that one run of a key grades, by the IDs of the programs whose place they take. They share the time: 35 s
 * in all, so that with Maven's own part no run is longer than 60 s.
 */
final class Answers {

    private final Map<String, Answer> answers;
    private final Set<String> begun = new HashSet<>();
    private final Set<String> wrong = new HashSet<>();
    private final long end = System.nanoTime() + Duration.ofSeconds(AnswerKey.SECONDS).toNanos();

    Answers(Map<String, Answer> answers) {
        this.answers = answers;
    }

    /** Tells whether a program is to be judged further: each one until its first mistake, ours all the way. */
    boolean areToBeJudged(String program) {
        return answers.isEmpty() || answers.containsKey(program) && !wrong.contains(program);
    }

    /** The answer in the place of a program, or null for ours. Who comes first leaves a fair share of the time. */
    Answer of(String program) {
        var answer = answers.get(program);
        if (answer != null && begun.add(program)) {
            answer.begin(Duration.ofNanos((end - System.nanoTime()) / (answers.size() - begun.size() + 1)));
        }
        return answer;
    }

    void isWrong(String program) {
        wrong.add(program);
    }
}
