package socketcourse.testing.grading;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import socketcourse.testing.submissions.FileNames;

/**
 * A program that a student writes in the lesson's folder {@code exercices}, in any language.
 *
 * @param program the ID of the program
 * @param files   the files of this program that she has edited or added, the newest first
 */
record Exercise(String program, List<Path> files) {

    /** The names of files that systems, editors and compilers leave. */
    private static final String LEFT_OVER = "[._].*|.*~|.*\\.(class|pyc|o|iml|args)";

    /** Returns the exercise of each program, in the order of the programs. */
    static List<Exercise> allIn(Path folder, List<String> programs) throws IOException {
        var files = files(folder);
        return programs.stream().map(program -> new Exercise(program, files.stream()
                .filter(file -> program(file).equals(program) && !Skeleton.isUntouched(file, program))
                .sorted(comparing(Exercise::changed, Comparator.reverseOrder())).toList())).toList();
    }

    /** Returns all files of a folder in which a student may write. */
    static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().matches(LEFT_OVER) && Files.isRegularFile(file))
                    .sorted().toList();
        }
    }

    /** Returns the ID of the program that a file is named after. */
    static String program(Path file) {
        return FileNames.programId(file.getFileName().toString());
    }

    /** Returns the time of the last change of a file; the epoch if an editor is just replacing it. */
    static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    /** Returns the file to grade, if the student has begun. */
    Path file() {
        return files.get(0);
    }

    /** Returns whether the page asks for the program. */
    boolean isAskedFor() {
        return Skeleton.programs().contains(program);
    }
}
