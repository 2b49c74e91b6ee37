package socketcourse.testing.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the links of the pages: each names a file of the project, and a heading of it. */
class LinksTest {

    /** A relative link, as file and heading. */
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]*)(?:#([^)]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    static Stream<Path> pages() {
        return Stream.of(Guide.PAGE, Guide.FRONT_PAGE, Guide.CONTRIBUTING);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void each_link_leads_to_a_file_and_a_heading(Path page) throws IOException {
        for (var link : LINK.matcher(Guide.read(page)).results().toList()) {
            var target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
            assertThat(target).exists();
            if (link.group(2) != null) {
                assertThat(HEADING.matcher(Files.readString(target)).results().map(heading -> anchor(heading.group(1))))
                        .as(link.group()).contains(link.group(2));
            }
        }
    }

    /** Returns the name that GitHub gives to a heading. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}_ -]", "").replace(' ', '-');
    }
}
