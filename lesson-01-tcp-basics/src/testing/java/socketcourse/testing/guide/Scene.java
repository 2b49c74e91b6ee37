package socketcourse.testing.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import socketcourse.testing.net.Ports;
import socketcourse.testing.terminal.OutputMatcher;
import socketcourse.testing.terminal.Terminals;

/**
 * The terminals that a page shows under one title. Each command with a screen below it is one terminal. On a screen,
 * {@code <b>} is a line that the reader types, {@code <i>} is text that differs each time, and {@code <var>} is a line
 * that some versions of Java do not print. If the relay is in the scene, the port before the lesson's is the relay's.
 *
 * @param text the part of the page, from its title to the next one
 */
record Scene(String text) {

    private static final Pattern TITLE = Pattern.compile("(?m)^(?=## |<summary>)");
    private static final Pattern TERMINAL =
            Pattern.compile("```bash\n(?:cd \\S+\n)?([^\n]*)\n```\\s*<pre>\n(.*?)</pre>", Pattern.DOTALL);
    private static final Pattern COMMAND =
            Pattern.compile("mvn -q (?:compile )?exec:java@([a-z-]+)((?: \"-D[a-z]+=[^\"]*\")*)");
    private static final Pattern PROPERTY = Pattern.compile("\"(-D([a-z]+)=([^\"]*))\"");

    /** Returns the scenes of the lesson's page, and those of the front page that take place in the lesson's folder. */
    static Stream<Scene> ofLesson() throws IOException {
        var command = "\ncd " + Guide.folder() + "\n";
        return Stream.concat(of(Guide.read(Guide.PAGE)),
                of(Guide.read(Guide.FRONT_PAGE)).filter(scene -> scene.text.contains(command)));
    }

    private static Stream<Scene> of(String page) {
        return TITLE.splitAsStream(page).filter(TERMINAL.asPredicate()).map(Scene::new);
    }

    /** Starts each program in the order of the page, types what the page types, and checks each screen. */
    void play(Terminals terminals) {
        var port = Ports.free();
        var otherPort = text.contains("exec:java@relay") ? Ports.free() : port;
        var actors = new ArrayList<Actor>();
        for (var found = TERMINAL.matcher(text); found.find(); ) {
            var actor = start(found.group(1), found.group(2), port, otherPort, terminals);
            actors.add(actor);
            var isLast = !TERMINAL.matcher(text).find(found.end());
            if (!isLast || actor.speaksFirst()) {
                actor.awaitStart();
            }
        }
        awaitAll(actors);
    }

    /** Plays each actor in its own thread, because they wait for each other. The first failure ends the scene. */
    private static void awaitAll(List<Actor> actors) {
        var failure = new CompletableFuture<Void>();
        var plays = actors.stream()
                .map(actor -> CompletableFuture.runAsync(actor::play, play -> new Thread(play).start())).toList();
        plays.forEach(play -> play.whenComplete((done, thrown) -> {
            if (thrown != null) {
                failure.completeExceptionally(thrown);
            }
        }));
        CompletableFuture.anyOf(failure, CompletableFuture.allOf(plays.toArray(CompletableFuture[]::new))).join();
    }

    /** Starts a terminal. Free ports replace the ports on the page: the lesson's and another one. */
    private static Actor start(String commandLine, String screen, int port, int otherPort, Terminals terminals) {
        var command = COMMAND.matcher(commandLine);
        assertThat(command.matches()).as(commandLine).isTrue();
        var documentedPort = System.getProperty("lesson.port");
        var ownPort = port;
        var text = OutputMatcher.withoutAddress(screen.replaceAll("', <i>(\\d+)</i>\\)", "', $1)"));
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
        if (command.group(1).equals("relay")) {
            properties.add("-Drelay=" + otherPort);
            text = text.replace("localhost:" + (Integer.parseInt(documentedPort) - 1), "localhost:" + otherPort);
        }
        var terminal = terminals.run(command.group(1), ownPort, properties.toArray(String[]::new));
        return Actor.of(terminal, command.group(1), text);
    }

    @Override
    public String toString() {
        return text.lines().findFirst().orElse("");
    }
}
