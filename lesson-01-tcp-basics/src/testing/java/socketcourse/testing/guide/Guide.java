package socketcourse.testing.guide;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The pages of the project, as seen from the lesson whose tests run. */
public final class Guide {

    static final Path PAGE = Path.of(System.getProperty("lesson.directory", ""), "README.md").toAbsolutePath();
    static final Path FRONT_PAGE = PAGE.getParent().resolveSibling("README.md");
    static final Path CONTRIBUTING = PAGE.getParent().resolveSibling(Path.of(".github", "CONTRIBUTING.md"));

    private static final Pattern SECTION = Pattern.compile("(?m)^## ");

    private Guide() {
    }

    /** Returns the text of a page or source. The test is skipped where Maven does not name the lesson. */
    static String read(Path file) throws IOException {
        assumeTrue(System.getProperty("lesson.package") != null, "run by Maven, which names the lesson");
        return Files.readString(file).replace("\r\n", "\n");
    }

    /** Returns the title of the lesson's page. */
    public static String title() {
        try (var lines = Files.lines(PAGE)) {
            return lines.findFirst().orElse("").replaceFirst("^# ", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the name of the lesson's folder, such as {@code lesson-02-tcp-exchange}. */
    public static String folder() {
        return PAGE.getParent().getFileName().toString();
    }

    /** Returns the folder in which a student writes her programs. */
    public static Path exercises() {
        return PAGE.resolveSibling("exercices");
    }

    /** Returns the folder for files that Maven's {@code clean} deletes. */
    public static Path target() {
        return PAGE.resolveSibling("target");
    }

    /** Returns the title of the first section of the page that starts a program; a challenge is in the exercises. */
    public static String section(String program) {
        try {
            var title = SECTION.splitAsStream(Files.readString(PAGE))
                    .filter(section -> Pattern.compile("exec:java@" + program + "\\b(?!-)").matcher(section).find())
                    .findFirst().flatMap(section -> section.lines().findFirst()).orElse("À vous");
            return folder() + "/" + PAGE.getFileName() + ", « " + title + " »";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
