package socketcourse.testing.submissions;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The folder of a lesson: {@code lesson-02-tcp-exchange}, {@code lecon2}, {@code Leçon 02} or {@code 02}. */
final class LessonFolder {

    private static final Pattern NAME = Pattern.compile(
            "(?i)(?:(?:lesson|lecon)[-_ .]*(?=\\d+(?:\\D.*)?$)|l?(?=\\d+$))0*([1-9])(?:\\D.*)?");

    private LessonFolder() {
    }

    /** Returns the number of the lesson, if the folder is named after one. */
    static OptionalInt number(Path folder) {
        var name = NAME.matcher(FileNames.ascii(FileNames.of(folder)));
        return name.matches() ? OptionalInt.of(Integer.parseInt(name.group(1))) : OptionalInt.empty();
    }
}
