package socketcourse.testing.guide;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The pages that the tests of a lesson check. The working folder of these tests is the folder of the lesson. */
public final class Guide {

    static final Path PAGE = Path.of("README.md");
    static final Path FRONT_PAGE = Path.of("..", "README.md");
    static final Path CONTRIBUTING = Path.of("..", ".github", "CONTRIBUTING.md");

    private static final Pattern SECTION = Pattern.compile("(?m)^## ");

    private Guide() {
    }

    /** Returns the text of a page. A test that asks for it is skipped where Maven does not name the lesson. */
    static String read(Path page) throws IOException {
        assumeTrue(System.getProperty("lesson.package") != null, "run by Maven, which names the lesson");
        return Files.readString(page);
    }

    /** Returns the name of the lesson's folder, such as {@code lesson-02-tcp-exchange}. */
    public static String folder() {
        return Path.of("").toAbsolutePath().getFileName().toString();
    }

    /** Returns the title of the first section of the lesson's page that starts a program. */
    public static String section(String program) {
        try {
            var title = SECTION.splitAsStream(Files.readString(PAGE))
                    .filter(section -> Pattern.compile("exec:java@" + program + "\\b(?!-)").matcher(section).find())
                    .findFirst().flatMap(section -> section.lines().findFirst()).orElse("");
            return folder() + "/" + PAGE + ", « " + title + " »";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
