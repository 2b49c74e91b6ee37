package socketcourse.testing.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import socketcourse.testing.net.Ports;
import socketcourse.testing.terminal.OutputMatcher;
import socketcourse.testing.terminal.Terminals;

/**
 * What stands under one title of a page: each command with a screen below it is a terminal. On a screen, {@code <b>} is
 * what a person types, {@code <i>} what is different each time, and {@code <var>} a line that is not there with every
 * Java. With a wire in the scene, the port before the chapter's is the wire's.
 *
 * @param text what stands there
 */
record Scene(String text) {

    /** A command of a page, with the ID of the program and its properties. */
    static final Pattern COMMAND =
            Pattern.compile("mvn -q (?:compile )?exec:java@([a-z-]+)((?: \"-D[a-z]+=[^\"]*\")*)");

    private static final Pattern TERMINAL =
            Pattern.compile("```bash\n([^\n]*)\n```\\s*<pre>\n(.*?)</pre>", Pattern.DOTALL);
    private static final Pattern PROPERTY = Pattern.compile("\"(-D([a-z]+)=([^\"]*))\"");

    /** The scenes of a page. */
    static Stream<Scene> of(String page) {
        return Stream.of(page.split("(?m)^(?=## |<summary>)")).filter(TERMINAL.asPredicate()).map(Scene::new);
    }

    /** Tells whether somebody waits for seconds in it: the wire with a piece, or a client for a lost answer. */
    boolean takesSeconds() {
        return text.contains("-Dpause=") || text.contains("timed out");
    }

    /** Plays it: starts each program, and lets each person do what the page says. */
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
        // A thread for each, because they wait for each other.
        actors.stream().map(actor -> CompletableFuture.runAsync(actor::play, play -> new Thread(play).start())).toList()
                .forEach(CompletableFuture::join);
    }

    /**
     * Starts a terminal; its ports give way to free ones: that of the chapter, and the other one, which is the wire's
     * if there is one.
     */
    private static Actor start(String commandLine, String screen, int port, int otherPort, Terminals terminals) {
        var command = COMMAND.matcher(commandLine);
        assertThat(command.matches()).as(commandLine).isTrue();
        var documentedPort = System.getProperty("port");
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
