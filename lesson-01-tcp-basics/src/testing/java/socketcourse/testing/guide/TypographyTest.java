package socketcourse.testing.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that French prose has the spaces that French requires, and that code has none of them. */
class TypographyTest {

    private static final Pattern CODE =
            Pattern.compile("(?s)```.*?```|`[^`\n]*`|<(pre|code|script|style)\\b.*?</\\1>");
    private static final Pattern ENGLISH = Pattern.compile("(?s)<div lang=\"en\">.*?</div>");
    private static final Pattern NOT_SHOWN =
            Pattern.compile("(?s)<!--.*?-->|<[^<>]*>|(?<=])\\([^)]*\\)|!(?=\\[)|(?m:^\\|[ :|-]+\\|$)");

    /** U+00A0 stands before a colon, inside « », and before a unit; U+202F before a semicolon, ! and ?. */
    private static final Pattern MISTAKE = Pattern.compile("""
            .{0,20}(?:[^\u00A0]:(?=[\\s*_]|$)|[^\u202F!?][;!?](?=[\\s*_)\u00A0]|$)|«(?!\u00A0)|(?<!\u00A0)»\
            |\\d (?:s|ms|min|h|o|ko|Mo|Go|Kio|Mio|px|%)(?![\\p{L}\\d]))""", Pattern.DOTALL);
    private static final Pattern SPECIAL_SPACE = Pattern.compile("[\u00A0\u202F]");

    static Stream<Path> pages() throws IOException {
        return Stream.concat(Stream.of(Guide.PAGE, Guide.FRONT_PAGE), files(Path.of("src"), ".html").stream());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void prose_has_the_spaces_of_french(Path page) throws IOException {
        assertThat(MISTAKE.matcher(prose(Guide.read(page))).results().map(MatchResult::group)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void code_on_a_page_has_plain_spaces(Path page) throws IOException {
        assertThat(CODE.matcher(Guide.read(page)).results().map(MatchResult::group))
                .noneMatch(SPECIAL_SPACE.asPredicate());
    }

    @Test
    void programs_have_plain_spaces() throws IOException {
        for (var program : files(Path.of("src"), ".java")) {
            assertThat(Guide.read(program)).as(program.toString()).doesNotContainPattern(SPECIAL_SPACE);
        }
    }

    /** Returns the French text that a reader sees, with an x instead of each piece of code. */
    private static String prose(String page) {
        var french = ENGLISH.matcher(page).replaceAll("");
        var shown = NOT_SHOWN.matcher(CODE.matcher(french).replaceAll("x")).replaceAll("");
        return shown.replace("&nbsp;", "\u00A0").replace("&#8239;", "\u202F").replaceAll("&[#\\w]+;", "x");
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        }
    }
}
