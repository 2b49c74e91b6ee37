package socketcourse.testing.submissions;

import java.io.Serializable;

/**
 * A student of the class.
 *
 * @param name   the name, unique in the class
 * @param number the participant's number in Moodle; empty if the files are not from Moodle
 * @param prefix the beginning of the names of the student's files in Moodle; empty if they are not from Moodle
 */
public record Student(String name, String number, String prefix) implements Serializable {
}
