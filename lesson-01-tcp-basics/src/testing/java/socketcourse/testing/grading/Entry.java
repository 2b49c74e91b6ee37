package socketcourse.testing.grading;

import java.io.Serializable;
import java.time.Duration;

/**
 * The grade of one student for one program.
 *
 * @param student     the name of the student's folder
 * @param lesson      the folder of the lesson
 * @param title       the title of the lesson
 * @param program     the ID of the program
 * @param verdict     the verdict
 * @param passed      the number of steps that it passed
 * @param steps       the number of its steps; 0 if none was tried
 * @param requirement the step that it failed, with its number; empty if there is none
 * @param reason      the mistake in one line; empty if there is none
 * @param report      the full explanation
 * @param time        the duration of grading
 */
record Entry(String student, String lesson, String title, String program, Verdict verdict, long passed, int steps,
        String requirement, String reason, String report, Duration time) implements Serializable {

    /** Returns whether the report says more than the verdict. */
    boolean hasReport() {
        return !reason.isEmpty();
    }

    /** Returns the lesson's number, {@code 02}, as the course writes it. */
    String lessonNumber() {
        return lesson.replaceAll("\\D", "");
    }
}
