package socketcourse.testing.guide;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The page of the lesson whose tests run. */
public final class Guide {

    static final Path PAGE = Path.of(System.getProperty("lesson.directory", ""), "README.md").toAbsolutePath();

    private static final Pattern SECTION = Pattern.compile("(?m)^## ");

    private Guide() {
    }

    /** Its text, for who checks it: that is for Maven, which says whose page it is. */
    static String page() throws IOException {
        assumeTrue(System.getProperty("lesson.package") != null, "Maven checks the guide: it says whose it is");
        return Files.readString(PAGE);
    }

    /** Returns the title of the page. */
    public static String title() {
        try (var lines = Files.lines(PAGE)) {
            return lines.findFirst().orElse("").replaceFirst("^# ", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of the folder of the lesson. */
    public static String folder() {
        return PAGE.getParent().getFileName().toString();
    }

    /** Where the page explains a program: the section that says how to start it. */
    public static String section(String program) {
        try {
            var title = SECTION.splitAsStream(Files.readString(PAGE))
                    .filter(section -> Pattern.compile("exec:java@" + program + "\\b(?!-)").matcher(section).find())
                    .findFirst().flatMap(section -> section.lines().findFirst()).orElse("");
            return folder() + "/" + PAGE.getFileName() + ", « " + title + " »";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
