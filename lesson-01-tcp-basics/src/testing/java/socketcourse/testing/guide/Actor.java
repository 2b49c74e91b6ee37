package socketcourse.testing.guide;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import socketcourse.testing.terminal.Terminal;

/**
 * A terminal of a scene, with the screens that the page shows and the lines that its reader types.
 *
 * @param terminal the terminal
 * @param program  the ID of the program in it
 * @param screens  the expected screen before each line that is typed, and at the end
 * @param typed    the lines that are typed
 */
record Actor(Terminal terminal, String program, List<String> screens, List<String> typed) {

    private static final Pattern TYPED = Pattern.compile("<b>(.*?)</b>\n");
    private static final Pattern VARYING = Pattern.compile("<i>(.*?)</i>");
    private static final Pattern PROMPT_AND_MESSAGE = Pattern.compile("(Vous : )(\n\\[Message reçu] [^\n]*\n)");
    private static final Pattern DIRECTION = Pattern.compile("(?m)^(?=(?:<adresse>|serveur) → )");

    /** Splits the screen of a page at the lines that are typed. */
    static Actor of(Terminal terminal, String program, String screen) {
        var screens = new ArrayList<String>();
        for (var part : TYPED.split(screen, -1)) {
            screens.add(screens.isEmpty() ? part : screens.get(screens.size() - 1) + part);
        }
        return new Actor(terminal, program, screens,
                TYPED.matcher(screen).results().map((MatchResult line) -> line.group(1)).toList());
    }

    /** Waits until the next program of the scene can connect to this one. */
    void awaitStart() {
        if (program.endsWith("server")) {
            terminal.awaitListening();
        } else {
            terminal.showsPart(screens.get(0).lines().findFirst().orElseThrow());
        }
    }

    /** Returns whether this is a client with input. Another program may wait for what it sends. */
    boolean speaksFirst() {
        return !program.endsWith("server") && !typed.isEmpty();
    }

    void play() {
        for (var step = 0; step < typed.size(); step++) {
            // A line that is typed ahead of the next prompt waits for nothing.
            if (step == 0 || !screens.get(step).equals(screens.get(step - 1))) {
                awaitScreen(step);
            }
            terminal.type(typed.get(step));
        }
        awaitScreen(typed.size());
    }

    private void awaitScreen(int step) {
        if (program.equals("relay")) {
            // The order of the two directions is not determined, so each direction is compared by itself.
            var isShown = Pattern.compile(pattern(byDirection(screens.get(step)))).asMatchPredicate();
            terminal.showsText(text -> isShown.test(byDirection(text)));
            return;
        }
        // Two threads print, so the prompt and another client's message have no fixed order.
        terminal.showsWithErrors(PROMPT_AND_MESSAGE.matcher(pattern(screens.get(step)))
                .replaceAll("\\\\E(\\\\Q$1$2\\\\E|\\\\Q$2$1\\\\E)\\\\Q"));
    }

    private static String pattern(String screen) {
        return VARYING.matcher(Pattern.quote(screen)).replaceAll(varying -> Matcher.quoteReplacement(
                varying.group(1).replaceAll("\\S+", "\\\\E\\\\S+\\\\Q")))
                .replace("<var>", "\\E(\\Q").replace("</var>", "\\E)?\\Q");
    }

    private static String byDirection(String screen) {
        return DIRECTION.splitAsStream(screen).sorted(comparing(part -> part.startsWith("serveur"))).collect(joining());
    }
}
