package socketcourse.testing.grading;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import socketcourse.testing.submissions.Student;

/**
 * The grade of one student for one program.
 *
 * @param student     the student
 * @param lesson      the folder of the lesson
 * @param title       the title of the lesson
 * @param program     the ID of the program
 * @param counts      whether the program counts for the mark
 * @param verdict     the verdict
 * @param passed      the number of steps that it passed
 * @param steps       the number of its steps; 0 if none was tried
 * @param requirement the step that it failed, with its number; empty if there is none
 * @param reason      the mistake in one line; empty if there is none
 * @param report      the full explanation for the lecturer
 * @param feedback    the full explanation for the student, without the paths of this machine
 * @param remarks     remarks about the files
 * @param time        the duration of grading
 */
record Entry(Student student, String lesson, String title, String program, boolean counts, Verdict verdict,
        long passed, int steps, String requirement, String reason, String report, String feedback,
        List<String> remarks, Duration time) implements Serializable {

    /** Returns whether the report says more than the verdict. */
    boolean hasReport() {
        return !reason.isEmpty();
    }

    /** Returns the lesson's number, {@code 02}, as the course writes it. */
    String lessonNumber() {
        return lesson.replaceAll("\\D", "");
    }

    /** Returns the number of steps passed, as a spreadsheet does not turn it into a date. */
    String stepsPassed() {
        return steps == 0 ? "" : passed + " sur " + steps;
    }

    /** Returns the share of steps passed, between 0 and 1; nothing if the program was not graded. */
    OptionalDouble share() {
        return verdict == Verdict.NOT_GRADED ? OptionalDouble.empty()
                : OptionalDouble.of(steps == 0 ? 0 : (double) passed / steps);
    }
}
