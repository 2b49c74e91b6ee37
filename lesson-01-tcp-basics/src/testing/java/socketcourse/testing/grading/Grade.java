package socketcourse.testing.grading;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import java.io.IOException;
import java.util.List;

/**
 * The program {@code exec:java@grade}: grades the programs that the command line names, {@code -Danswer.ID=COMMAND}, or
 * those of a class, {@code -Danswers=FOLDER}. Its exit status is 0 if all that it graded is correct, 1 if something is
 * not, and 2 if it could not grade anything.
 */
public final class Grade {

    private static final String ANSWER = "answer.";

    private Grade() {
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        try {
            var verdicts = System.getProperty("answers") == null ? gradeAnswers() : ClassGrading.grade();
            var status = status(verdicts);
            if (status != 0) {
                System.exit(status);
            }
        } catch (NotGraded e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    /** Grades one program after the other, because they may need the same port. */
    private static List<Verdict> gradeAnswers() {
        var names = System.getProperties().stringPropertyNames().stream().filter(name -> name.startsWith("answer"))
                // Servers first, because after a client the port may be in TIME_WAIT.
                .sorted(comparing((String name) -> !name.endsWith("server")).thenComparing(naturalOrder())).toList();
        if (names.isEmpty()) {
            throw new NotGraded("Il n'y a rien à corriger : ajoutez \"-Danswer.ID=COMMANDE\" pour un programme, "
                    + "ou \"-Danswers=DOSSIER\" pour une classe.");
        }
        if (Lessons.inThisBuild() > 1) {
            throw new NotGraded("Donnez la leçon de ce programme : ajoutez par exemple -pl lesson-02-tcp-exchange.");
        }
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
