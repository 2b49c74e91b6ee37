package socketcourse.testing.grading;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The lessons of one Maven build. Maven runs the grader for each of them in one JVM, each with its own class loader.
 * The lesson that ends last writes the results of all.
 */
final class Lessons {

    private static final Pattern LESSON = Pattern.compile(":lesson-");

    private Lessons() {
    }

    /** Returns the number of lessons in this build. */
    static long inThisBuild() {
        return LESSON.matcher(System.getProperty("build.projects", ":lesson-")).results().count();
    }

    /** Returns the port of this lesson's programs: that of the command line, or the chapter's. */
    static int port() {
        return Integer.getInteger("port", Integer.getInteger("lesson.port"));
    }

    /**
     * Adds the entries of this lesson to those of the others.
     *
     * @param folder where the entries of a build are kept
     * @return all entries, in the order of the lessons, if this lesson is the last one
     */
    static Optional<List<Entry>> collect(Path folder, String lesson, List<Entry> entries) throws IOException {
        var parts = Files.createDirectories(folder.resolve(System.getProperty("build.timestamp")));
        var written = Files.createTempFile(folder, lesson, null);
        try (var out = new ObjectOutputStream(Files.newOutputStream(written))) {
            out.writeObject(new ArrayList<>(entries));
        }
        Files.move(written, parts.resolve(lesson));
        var files = files(parts);
        return files.size() == inThisBuild() && isFirst(folder) ? Optional.of(read(files)) : Optional.empty();
    }

    /** With {@code mvn -T}, two lessons may both find that all are there. */
    private static boolean isFirst(Path folder) throws IOException {
        try {
            Files.createFile(folder.resolve(System.getProperty("build.timestamp") + ".complete"));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private static List<Path> files(Path parts) throws IOException {
        try (var files = Files.list(parts)) {
            return files.sorted().toList();
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Entry> read(List<Path> files) throws IOException {
        var all = new ArrayList<Entry>();
        for (var file : files) {
            try (var in = new ObjectInputStream(Files.newInputStream(file))) {
                all.addAll((List<Entry>) in.readObject());
            } catch (ClassNotFoundException e) {
                throw new IOException(e);
            }
        }
        return all;
    }
}
