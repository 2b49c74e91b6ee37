package socketcourse.testing.guide;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;

/**
 * Checks the page of a lesson, and what the front page says about the lesson. It runs first, because some scenes wait
 * for seconds, and the other tests run at the same time.
 */
@Order(1)
@ExtendWith(TerminalsExtension.class)
class GuideTest {

    private static final Path MAIN = Path.of("src", "main", "java");

    private static final Pattern PROGRAM = Pattern.compile("exec:java@([a-z-]+)");
    private static final Pattern CALL = Pattern.compile("(?m)^\\| `[^`]*` \\| `([^`]*)` \\|");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]{3,}");
    private static final Pattern JAVA = Pattern.compile("(?s)```java\n(.*?)```");
    private static final Pattern CODE = Pattern.compile("`([A-Za-z-]+)`");

    /** Programs of each lesson that are not in its own sources. */
    private static final List<String> COMMON_PROGRAMS = List.of("relay", "grade");

    static Stream<Scene> scenes() throws IOException {
        return Scene.ofLesson();
    }

    @ParameterizedTest
    @MethodSource("scenes")
    @EnabledOnOs(OS.LINUX)
    void each_scene_shows_the_screens_of_the_page(Scene scene, Terminals terminals) {
        scene.play(terminals);
    }

    @Test
    void each_command_names_a_program_of_the_lesson() throws IOException {
        assertThat(PROGRAM.matcher(Guide.read(Guide.PAGE)).results().map(command -> command.group(1))).isNotEmpty()
                .allSatisfy(program -> assertThat(COMMON_PROGRAMS.contains(program) || hasClass(program)).isTrue());
    }

    @Test
    void each_call_in_a_table_is_a_call_of_the_lesson() throws IOException {
        var sources = String.join("\n", lines(MAIN));
        assertThat(CALL.matcher(Guide.read(Guide.PAGE)).results()).isNotEmpty()
                .allSatisfy(call -> assertThat(sources).as(call.group())
                        .contains(NAME.matcher(call.group(1)).results().map(MatchResult::group).toList()));
    }

    @Test
    void each_java_block_stands_in_a_source_of_the_lesson() throws IOException {
        var lines = lines(MAIN);
        assertThat(JAVA.matcher(Guide.read(Guide.PAGE)).results().map(block -> block.group(1))).isNotEmpty()
                .allSatisfy(block -> assertThat(lines).containsSequence(block.lines().map(String::strip).toList()));
    }

    @Test
    void each_map_names_programs_and_tests_of_the_lesson() throws IOException {
        var rows = new ArrayList<String>();
        var link = Guide.folder() + "/README.md)";
        for (var map : List.of(Guide.FRONT_PAGE, Guide.CONTRIBUTING)) {
            Guide.read(map).lines().filter(line -> line.startsWith("|") && line.contains(link)).forEach(rows::add);
        }
        assertThat(rows).isNotEmpty().flatMap(row -> CODE.matcher(row).results().map(code -> code.group(1)).toList())
                .allSatisfy(name -> assertThat(hasClass(name)).as(name).isTrue());
    }

    /** Returns whether the lesson has the class {@code ReplyServer} for {@code reply-server} or {@code ReplyServer}. */
    private static boolean hasClass(String name) throws IOException {
        var file = Arrays.stream(name.split("-")).map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(joining("", "", ".java"));
        try (var files = Files.walk(Path.of("src"))) {
            return files.anyMatch(path -> path.endsWith(file));
        }
    }

    /** Returns the lines of all files in a folder, without indentation. */
    private static List<String> lines(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            var lines = new ArrayList<String>();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.readString(file).lines().map(String::strip).forEach(lines::add);
            }
            return lines;
        }
    }
}
