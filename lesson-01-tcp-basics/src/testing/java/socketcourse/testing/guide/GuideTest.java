package socketcourse.testing.guide;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;

/**
 * The guide of a lesson tells the truth: its commands run, its screens are what the programs print, its calls are those
 * of the programs, its links lead somewhere. The scenes in which one waits are those of {@link SlowScenesTest}.
 */
@ExtendWith(TerminalsExtension.class)
@Execution(ExecutionMode.CONCURRENT)
class GuideTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^):#]+)[^):]*\\)");
    private static final Pattern CALL = Pattern.compile("(?m)^\\| `[^`]*` \\| `([^`]*)` \\|");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]{3,}");

    static Stream<Scene> scenes() throws IOException {
        return Scene.of(Guide.page()).filter(not(Scene::takesSeconds));
    }

    @ParameterizedTest
    @MethodSource("scenes")
    @EnabledOnOs(OS.LINUX)
    void each_scene_is_what_one_sees(Scene scene, Terminals terminals) {
        scene.play(terminals);
    }

    @Test
    void each_command_names_a_program_of_the_lesson() throws IOException {
        for (var line : Guide.page().lines().filter(line -> line.startsWith("mvn ")).toList()) {
            var command = Scene.COMMAND.matcher(line);
            assertThat(command.matches()).as(line).isTrue();
            // Every lesson has the wire.
            assertThat(sources() + "class Relay ").as(line).contains("class " + className(command.group(1)) + " ");
        }
    }

    /** {@code reply-server} is {@code ReplyServer}. */
    private static String className(String program) {
        return Arrays.stream(program.split("-")).map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(joining());
    }

    @Test
    void each_call_of_the_table_is_a_call_of_the_lesson() throws IOException {
        assertThat(CALL.matcher(Guide.page()).results()).isNotEmpty()
                .allSatisfy(call -> assertThat(sources()).as(call.group())
                        .contains(NAME.matcher(call.group(1)).results().map(MatchResult::group).toList()));
    }

    @Test
    void each_link_leads_somewhere() throws IOException {
        assertThat(LINK.matcher(Guide.page()).results()).isNotEmpty()
                .allSatisfy(link -> assertThat(Guide.PAGE.toAbsolutePath().resolveSibling(link.group(1))).exists());
    }

    private static String sources() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var text = new StringBuilder();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }
}
