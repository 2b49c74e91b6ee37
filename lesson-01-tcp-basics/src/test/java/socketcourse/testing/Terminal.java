package socketcourse.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A terminal with one running program in it: a keyboard to type on, a screen to read, and the errors apart from it.
 * Every wait has an end, after which the test fails. One of our programs must show each line byte for byte; for an
 * answer that is graded in its place, {@link Documented} says what counts.
 */
public final class Terminal {

    /** How long a test waits for what must come, on the slowest and busiest of machines. */
    public static final Duration PATIENCE = Patience.LONGEST;

    /** Who uses no processor time for that long waits for somebody else. */
    private static final Duration IDLE = Duration.ofMillis(500);

    private static final Duration LOOK = Duration.ofMillis(100);

    private final String name;
    private final int port;
    private final Terminals terminals;
    private final Answer answer;
    private final Process process;
    private final ProcessTree tree;
    private final Screen screen;
    private final Screen errors;

    /** A terminal for a program; its answer is null for one of ours. */
    Terminal(String name, int port, ProcessBuilder program, Terminals terminals, Answer answer) throws IOException {
        this.name = name;
        this.port = port;
        this.terminals = terminals;
        this.answer = answer;
        this.process = program.start();
        this.tree = new ProcessTree(process);
        this.screen = new Screen(process.getInputStream(), answer == null ? Integer.MAX_VALUE : Answer.MAX_SCREEN);
        this.errors = new Screen(process.getErrorStream(), answer == null ? Integer.MAX_VALUE : Answer.MAX_SCREEN);
        if (answer != null) {
            answer.watch(process, screen);
        }
    }

    /** The ID of the program. */
    String name() {
        return name;
    }

    /** The port that the program was told to use. */
    public int port() {
        return port;
    }

    /** Types a line and Enter. */
    public void type(String line) {
        terminals.note("typed at %s: %s", name, Documented.quoted(line));
        try {
            process.getOutputStream().write((line + "\n").getBytes(UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new AssertionError("nobody reads the keyboard of " + name + " any more", e);
        }
    }

    /**
     * Presses Enter, again and again, until an answer ends: the chapter's version 2 waits for the keyboard although its
     * chat is over. Ours does not.
     */
    public void pressEnterUntilItEnds() {
        var patience = terminals.patience();
        for (var line = ""; answer != null && !patience.isOver(); line = "...") {
            if (endsWithin(Duration.ofMillis(300))) {
                return;
            }
            try {
                type(line);
            } catch (AssertionError e) {
                // It does not read the keyboard any more, and so it is about to end.
                terminals.note("%s does not read the keyboard any more", name);
            }
        }
    }

    /**
     * Types one line more at a program that has quit, and waits until the program ends, or does nothing any more: that
     * it has not been sent then, the peer sees.
     */
    public void typeAfterQuit(String line) {
        try {
            type(line);
        } catch (AssertionError e) {
            terminals.note("%s does not read the keyboard any more", name);
        }
        Duration before;
        do {
            before = tree.processorTime();
        } while (!endsWithin(IDLE) && !tree.processorTime().equals(before));
    }

    /** Ends the keyboard's input, as Ctrl-D does. */
    public void endInput() {
        terminals.note("ended the input of %s", name);
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills the program without a chance to say goodbye, as {@code kill -9} does. */
    public void kill() {
        terminals.note("killed %s", name);
        process.destroyForcibly();
        awaitEnd();
    }

    /** Asks the program to end, as Ctrl-C does. */
    public void interrupt() {
        process.destroy();
    }

    /** Waits for the program to end, in whatever way. */
    public void ends() {
        awaitEnd();
    }

    /** Connects to the program: a client that the test itself plays. Its reads end after {@link #PATIENCE}. */
    public Socket connect() throws IOException {
        var socket = new Socket();
        // So that TimeWait.clear can come back from its port, which is no other program's.
        socket.setReuseAddress(true);
        try {
            socket.bind(new InetSocketAddress("127.0.0.1", Ports.free()));
            socket.connect(new InetSocketAddress("127.0.0.1", port));
        } catch (ConnectException e) {
            // Some systems know localhost by its IPv6 address first.
            socket = new Socket("::1", port);
        }
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    /** Waits for this screen, {@code A} standing for an address; an answer may show what is tolerated. */
    public void shows(String documented, String... tolerated) {
        screen.await(text -> isDocumented(text, documented, tolerated), terminals.patience());
        mustShow(documented, tolerated);
    }

    /** Waits until this is somewhere on the screen. */
    public void showsPart(String documented) {
        Predicate<String> isThere = text -> text.replace("\r\n", "\n").contains(documented);
        screen.await(isThere, terminals.patience());
        checkFault();
        if (!isThere.test(screen.text())) {
            throw new AssertionError("%s does not show %s".formatted(name, Documented.quoted(documented)));
        }
    }

    /** Waits until a part of the screen is like this. */
    public void showsMatch(Pattern expected) {
        showsText(expected.asPredicate());
    }

    /** Waits until the whole screen is as wished. */
    public void showsText(Predicate<String> expected) {
        screen.await(text -> expected.test(Documented.withoutAddress(text)), terminals.patience());
        assertThat(screen()).as("the screen of %s", name).matches(expected);
    }

    /** Waits until the whole screen, with the errors below it, is like this regular expression. */
    public void showsWithErrors(String expected) {
        Predicate<String> isShown = Pattern.compile(expected).asMatchPredicate();
        screen.await(text -> isShown.test(screen() + errors.text()), terminals.patience());
        // The screen of a program that ends may be known before its errors are.
        errors.await(text -> isShown.test(screen() + text), terminals.patience());
        assertThat(screen() + errors.text()).as("the screen of %s", name).matches(expected);
    }

    /** Waits for the program to end well, and checks the whole screen, too; an answer may show what is tolerated. */
    public void endsShowing(String documented, String... tolerated) {
        endsSuccessfully();
        mustShow(documented, tolerated);
        if (documented.contains(Documented.PROMPT) && !screen.text().contains(Documented.PROMPT)) {
            throw new AssertionError("%s never shows the prompt %s".formatted(name,
                    Documented.quoted(Documented.PROMPT)));
        }
    }

    private boolean isDocumented(String text, String documented, String... tolerated) {
        return answer == null
                ? Documented.withoutAddress(text).equals(Documented.withoutAddress(documented))
                : Documented.matches(documented, text)
                || Stream.of(tolerated).anyMatch(other -> Documented.matches(other, text));
    }

    private void mustShow(String documented, String... tolerated) {
        checkFault();
        if (!isDocumented(screen.text(), documented, tolerated)) {
            fails(documented);
        }
    }

    /** Waits for the program to end, and checks that it had no error to tell and has status 0. */
    public void endsSuccessfully() {
        awaitEnd();
        if (!error().isEmpty()) {
            throw new AssertionError(error());
        }
        if (answer == null) {
            assertThat(errors.text()).as("the errors of %s", name).isEmpty();
        }
    }

    /** Fails, because the screen is not as documented. */
    public void fails(String documented) {
        throw new AssertionError(Documented.difference(name, documented, screen.text(), process.isAlive()));
    }

    /** Waits for the program to end, in whatever way, and checks that it did not show that. */
    public void endsWithout(String claim) {
        awaitEnd();
        if (screen.text().contains(claim)) {
            throw new AssertionError("%s shows %s, which is not so".formatted(name, Documented.quoted(claim)));
        }
    }

    /** Waits for the program to end, and checks that it says why in one line and has status 1. */
    public String endsInError() {
        awaitEnd();
        assertThat(errors.text()).as("the errors of %s", name).matches("[^\n]+\n");
        assertThat(process.exitValue()).as("the exit status of %s", name).isEqualTo(1);
        return errors.text();
    }

    /** What the program has shown so far, or in all once it ended, {@code A} standing for the address of the peer. */
    public String screen() {
        return Documented.withoutAddress(screen.text());
    }

    /** Waits for the program's end for so long, and tells whether it came. */
    boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), MILLISECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted while waiting for the end of " + name, e);
        }
    }

    private void awaitEnd() {
        for (var patience = terminals.patience(); !endsWithin(LOOK) && !patience.isOver(); ) {
            checkFault();
        }
        checkFault();
        if (process.isAlive()) {
            throw new AssertionError(name + " does not end");
        }
        screen.awaitEnd(terminals.patience());
        errors.awaitEnd(terminals.patience());
    }

    /** Waits until the program listens, or fails if it ends before. */
    public void awaitListening() {
        var patience = terminals.patience();
        while (!tree.mayHaveSocket() || !Ports.isOpen(port)) {
            // Looks again in a moment, or at once when there is nobody left to wait for.
            if (endsWithin(Duration.ofMillis(10)) || patience.isOver()) {
                checkFault();
                throw new AssertionError(process.isAlive()
                        ? "%s does not listen on port %d".formatted(name, port)
                        : "%s ended before it listened on port %d".formatted(name, port));
            }
        }
    }

    /** What the watch over an answer has found. */
    private void checkFault() {
        if (answer != null && answer.fault() != null) {
            throw new AssertionError(name + " " + answer.fault());
        }
    }

    /** How the program failed, with the last line of its errors that is no part of a trace; empty if it did not. */
    String error() {
        return process.isAlive() || process.exitValue() == 0 || answer != null && answer.fault() != null ? ""
                : "%s fails, with exit status %d: %s".formatted(name, process.exitValue(),
                        errors.text().lines().filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
                                .reduce((earlier, last) -> last).orElse("no error is shown"));
    }

    /** Tells whether the shell did not find the command of an answer, or must not start it. */
    boolean cannotStart() {
        return answer != null && !process.isAlive() && (process.exitValue() == 126 || process.exitValue() == 127);
    }

    Patience.Activity activity() {
        return new Patience.Activity(tree.processorTime(), screen.length() + errors.length());
    }

    String report() {
        return """
                --- %s, port %s, %s
                screen:
                %s
                errors:
                %s""".formatted(name, port, process.isAlive() ? "still running" : "ended with " + process.exitValue(),
                Documented.beginning(screen.text()), Documented.beginning(errors.text()));
    }

    void close() {
        if (answer != null) {
            answer.kill(process);
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
