package socketcourse.testing;

import static java.util.Comparator.comparing;
import static java.util.regex.Pattern.DOTALL;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The guide of a lesson tells the truth: its commands run, its screens are what the programs print, its calls are those
 * of the programs, its links lead somewhere. A scene is what stands under one title: each command with a screen below
 * it is a terminal. On a screen, {@code <b>} is what a person types, and {@code <i>} what is different each time. With
 * a wire in the scene, the port before the chapter's is the wire's.
 */
@ExtendWith(Terminals.Extension.class)
class GuideTest {

    private static final Path GUIDE = Path.of("README.md");
    private static final Pattern TERMINAL = Pattern.compile("```bash\n([^\n]*)\n```\\s*<pre>\n(.*?)</pre>", DOTALL);
    private static final Pattern COMMAND =
            Pattern.compile("mvn -q (?:compile )?exec:java@([a-z-]+)((?: \"-D[a-z]+=[^\"]*\")*)");
    private static final Pattern PROPERTY = Pattern.compile("\"(-D([a-z]+)=([^\"]*))\"");
    private static final Pattern PROMPT_AND_MESSAGE = Pattern.compile("(Vous : )(\n\\[Message reçu] [^\n]*\n)");
    private static final Pattern VARYING = Pattern.compile("<i>(.*?)</i>");
    private static final Pattern DIRECTION = Pattern.compile("(?m)^(?=(?:A|serveur) → )");
    private static final Pattern TYPED = Pattern.compile("<b>(.*?)</b>\n");
    private static final Pattern LINK = Pattern.compile("]\\(([^):#]+)[^):]*\\)");
    private static final Pattern CALL = Pattern.compile("(?m)^\\| `[^`]*` \\| `([^`]*)` \\|");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]{3,}");

    /** A terminal of a scene, with what its screen shows before each line that is typed, and in the end. */
    private record Actor(Terminal terminal, boolean isServer, boolean isWire, List<String> screens, List<String> typed) {

        void awaitStart() {
            if (isServer) {
                terminal.awaitListening();
            } else {
                terminal.showsPart(screens.get(0).lines().findFirst().orElseThrow());
            }
        }

        void awaitScreen(int step) {
            if (isWire) {
                // Nothing says which of its two directions is shown first: each is as it must be.
                var isShown = Pattern.compile(pattern(byDirection(screens.get(step)))).asMatchPredicate();
                terminal.showsText(text -> isShown.test(byDirection(text)));
                return;
            }
            var expected = pattern(screens.get(step));
            // Two threads write: the prompt and a message of somebody else come in any order.
            terminal.showsWithErrors(PROMPT_AND_MESSAGE.matcher(expected)
                    .replaceAll("\\\\E(\\\\Q$1$2\\\\E|\\\\Q$2$1\\\\E)\\\\Q"));
        }

        private static String pattern(String screen) {
            return VARYING.matcher(Pattern.quote(screen)).replaceAll(varying -> Matcher.quoteReplacement(
                    varying.group(1).replaceAll("\\S+", "\\\\E\\\\S+\\\\Q")));
        }

        private static String byDirection(String screen) {
            return DIRECTION.splitAsStream(screen).sorted(comparing(part -> part.startsWith("serveur"))).collect(joining());
        }

        void play() {
            for (var step = 0; step < typed.size(); step++) {
                awaitScreen(step);
                terminal.type(typed.get(step));
            }
            awaitScreen(typed.size());
        }
    }

    @BeforeAll
    static void is_called_by_Maven() {
        assumeTrue(System.getProperty("lesson.package") != null, "Maven checks the guide: it says whose it is");
    }

    static Stream<String> scenes() throws IOException {
        return Stream.of(Files.readString(GUIDE).split("(?m)^(?=## |<summary>)")).filter(TERMINAL.asPredicate());
    }

    @ParameterizedTest
    @MethodSource("scenes")
    @EnabledOnOs(OS.LINUX)
    void each_scene_is_what_one_sees(String scene, Terminals terminals) {
        var port = Ports.free();
        var otherPort = scene.contains("exec:java@wire") ? Ports.free() : port;
        var actors = new ArrayList<Actor>();
        for (var found = TERMINAL.matcher(scene); found.find(); ) {
            var actor = start(found.group(1), found.group(2), port, otherPort, terminals);
            actors.add(actor);
            var isLast = !TERMINAL.matcher(scene).find(found.end());
            if (!isLast || !actor.isServer && !actor.typed.isEmpty()) {
                // Somebody else comes, or talks to it.
                actor.awaitStart();
            }
        }
        // A thread for each, because they wait for each other.
        actors.stream().map(actor -> CompletableFuture.runAsync(actor::play, play -> new Thread(play).start())).toList()
                .forEach(CompletableFuture::join);
    }

    /**
     * Starts a terminal of a scene; its ports give way to free ones: that of the chapter, and the other one, which is
     * the wire's if there is one.
     */
    private static Actor start(String commandLine, String screen, int port, int otherPort, Terminals terminals) {
        var command = COMMAND.matcher(commandLine);
        assertThat(command.matches()).as(commandLine).isTrue();
        var documentedPort = System.getProperty("port");
        var ownPort = port;
        var text = Documented.withoutAddress(screen.replaceAll("', <i>(\\d+)</i>\\)", "', $1)"));
        var properties = new ArrayList<String>();
        for (var property : PROPERTY.matcher(command.group(2)).results().toList()) {
            if (property.group(2).equals("port") && property.group(3).matches("[1-9]\\d{3}")) {
                documentedPort = property.group(3);
                ownPort = otherPort;
            } else {
                properties.add(property.group(1));
            }
        }
        text = text.replace(documentedPort, Integer.toString(ownPort));
        var isWire = command.group(1).equals("wire");
        if (isWire) {
            properties.add("-Dwire=" + otherPort);
            text = text.replace("localhost:" + (Integer.parseInt(documentedPort) - 1), "localhost:" + otherPort);
        }
        var terminal = terminals.run(command.group(1), ownPort, properties.toArray(String[]::new));

        var screens = new ArrayList<String>();
        for (var part : TYPED.split(text, -1)) {
            screens.add(screens.isEmpty() ? part : screens.get(screens.size() - 1) + part);
        }
        return new Actor(terminal, command.group(1).endsWith("server"), isWire, screens,
                TYPED.matcher(text).results().map(typed -> typed.group(1)).toList());
    }

    @Test
    void each_command_names_a_program_of_the_lesson() throws IOException {
        for (var line : Files.readString(GUIDE).lines().filter(line -> line.startsWith("mvn ")).toList()) {
            var command = COMMAND.matcher(line);
            assertThat(command.matches()).as(line).isTrue();
            // Every lesson has the wire.
            assertThat(sources() + "class Wire ").as(line).contains("class " + Terminals.className(command.group(1)) + " ");
        }
    }

    @Test
    void each_call_of_the_table_is_a_call_of_the_lesson() throws IOException {
        assertThat(CALL.matcher(Files.readString(GUIDE)).results()).isNotEmpty()
                .allSatisfy(call -> assertThat(sources()).as(call.group())
                        .contains(NAME.matcher(call.group(1)).results().map(MatchResult::group).toList()));
    }

    @Test
    void each_link_leads_somewhere() throws IOException {
        assertThat(LINK.matcher(Files.readString(GUIDE)).results()).isNotEmpty()
                .allSatisfy(link -> assertThat(GUIDE.toAbsolutePath().resolveSibling(link.group(1))).exists());
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
