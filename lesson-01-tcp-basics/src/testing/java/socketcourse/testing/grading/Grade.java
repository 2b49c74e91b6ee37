package socketcourse.testing.grading;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import java.io.IOException;
import java.util.List;

/**
 * The program {@code exec:java@grade}: grades the programs that the command line names, {@code -Danswer.ID=COMMAND},
 * those of a class, {@code -Danswers=FOLDER}, or the student's own in {@code exercices}, with {@code -Dwatch} after each
 * save. Its exit status is 0 if all that it graded is correct, 1 if something is not, and 2 if it could not grade
 * anything.
 */
public final class Grade {

    private static final String ANSWER = "answer.";

    private Grade() {
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        try {
            var status = status(verdicts());
            if (status != 0) {
                System.exit(status);
            }
        } catch (NotGraded e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static List<Verdict> verdicts() throws IOException, InterruptedException {
        if (System.getProperty("answers") != null) {
            return ClassGrading.grade();
        }
        if (Lessons.inThisBuild() > 1) {
            throw new NotGraded("Donnez la leçon : ajoutez par exemple -pl lesson-02-tcp-exchange, "
                    + "ou lancez cette commande dans le dossier de la leçon.");
        }
        var names = System.getProperties().stringPropertyNames().stream().filter(name -> name.startsWith("answer"))
                // Servers first, because after a client the port may be in TIME_WAIT.
                .sorted(comparing((String name) -> !name.endsWith("server")).thenComparing(naturalOrder())).toList();
        if (!names.isEmpty()) {
            return gradeAnswers(names);
        }
        var exercises = new Exercises();
        if (!System.getProperty("watch", "false").equals("false")) {
            new Watch(exercises).run();
        }
        return exercises.grade();
    }

    /** Grades one program after the other, because they may need the same port. */
    private static List<Verdict> gradeAnswers(List<String> names) {
        var grader = new Grader(System.getProperty("lesson.package"));
        return names.stream().map(name -> {
            var program = name.startsWith(ANSWER) ? name.substring(ANSWER.length()) : name;
            var result = grader.grade(new Answer(program, System.getProperty(name), Lessons.port()));
            System.out.println(result.report());
            return result.verdict();
        }).toList();
    }

    private static int status(List<Verdict> verdicts) {
        var graded = verdicts.stream().filter(Verdict::isGraded).toList();
        return graded.isEmpty() ? 2 : graded.stream().allMatch(Verdict.CORRECT::equals) ? 0 : 1;
    }
}
