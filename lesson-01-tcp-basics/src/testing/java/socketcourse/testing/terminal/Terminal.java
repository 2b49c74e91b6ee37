package socketcourse.testing.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import socketcourse.testing.net.Ports;
import socketcourse.testing.net.SocketTable;
import socketcourse.testing.report.Mismatch;
import socketcourse.testing.report.Printable;

/**
 * A terminal with one running program in it: a keyboard to type on, a screen to read, and the errors apart from it.
 * Every wait has an end, after which the test fails. What counts on its screen is for its {@link Program} to say.
 */
public final class Terminal {

    /** How long a test waits for what must come, on the slowest and busiest of machines. */
    public static final Duration PATIENCE = Patience.LONGEST;

    private static final Pattern ERROR =
            Pattern.compile("(?i)^(?!error: compilation failed).*(error|exception|panic)\\b");

    private final Program program;
    private final int port;
    private final Terminals terminals;
    private final Process process;
    private final ProcessTree tree;
    private final CapturedOutput screen;
    private final CapturedOutput errors;
    private volatile boolean atWork;

    Terminal(Program program, int port, Terminals terminals, String... properties) throws IOException {
        this.program = program;
        this.port = port;
        this.terminals = terminals;
        this.process = program.start(port, properties);
        this.tree = new ProcessTree(() -> program.processes(process));
        this.screen = new CapturedOutput(process.getInputStream(), program.screenSize());
        this.errors = new CapturedOutput(process.getErrorStream(), program.screenSize());
        program.watch(process, screen);
    }

    /** What a report calls the program. */
    public String name() {
        return program.label();
    }

    /** The port that the program was told to use. */
    public int port() {
        return port;
    }

    /** Types a line and Enter. */
    public void type(String line) {
        terminals.note("tapé dans %s : %s", name(), Printable.quoted(line));
        if (!isTyped(line)) {
            throw Mismatch.wrong("%s lit ce qui est tapé".formatted(name()), "il ne lit plus le clavier");
        }
    }

    private boolean isTyped(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(UTF_8));
            process.getOutputStream().flush();
            return true;
        } catch (IOException e) {
            terminals.note("%s ne lit plus le clavier", name());
            return false;
        }
    }

    /**
     * Presses Enter, again and again, until an answer ends: the chapter's version 2 waits for the keyboard although its
     * chat is over. Ours does not.
     */
    public void pressEnterUntilItEnds() {
        var patience = terminals.patience();
        awaitRest();
        if (program.isGraded() && process.isAlive()) {
            terminals.note("Entrée dans %s, jusqu'à ce qu'il se termine", name());
            for (var line = ""; process.isAlive() && !patience.isOver() && isTyped(line); line = "...") {
                await(rest());
            }
        }
    }

    /**
     * Types one line more at a program that has quit, and waits until the program ends, or comes to rest: that it has
     * not been sent then, the peer sees.
     */
    public void typeAfterQuit(String line) {
        terminals.note("tapé dans %s : %s", name(), Printable.quoted(line));
        isTyped(line);
        awaitRest();
    }

    /** Waits until the program ends, or comes to rest. */
    public void awaitRest() {
        await(new Rest(tree, Rest.LONG));
    }

    private void await(Rest rest) {
        while (!endsWithin(Rest.LOOK) && !rest.hasCome()) {
            // It still does something.
        }
    }

    /** The shortest rest of the program, from now on: until then, it may be about to hang up, or to end. */
    public Rest rest() {
        return new Rest(tree, Rest.LOOK);
    }

    /** Ends the keyboard's input, as Ctrl-D does. */
    public void endInput() {
        terminals.note("fin de la saisie dans %s", name());
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills the program without a chance to say goodbye, as {@code kill -9} does. */
    public void kill() {
        terminals.note("%s tué", name());
        process.destroyForcibly();
        awaitEnd();
    }

    /** Asks the program to end, as Ctrl-C does. */
    public void interrupt() {
        process.destroy();
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

    /** The program listens, has connected, or has sent something: it does not fail before its work begins. */
    public void markStarted() {
        atWork = true;
    }

    /** Waits for this screen, {@code <adresse>} standing for an address; an answer may show what is tolerated. */
    public void shows(String documented, String... tolerated) {
        screen.await(text -> isDocumented(text, documented, tolerated) && endsLikeThis(text, documented),
                terminals.patience());
        mustShow(documented, tolerated);
    }

    /** A program may write the end of a line apart, and in another of its threads something else before it. */
    private static boolean endsLikeThis(String text, String documented) {
        return !documented.endsWith("\n") || text.endsWith("\n")
                || text.stripTrailing().endsWith(OutputMatcher.PROMPT.strip());
    }

    /** Waits until this is somewhere on the screen. */
    public void showsPart(String documented) {
        showsPart(documented, text -> text.replace("\r\n", "\n").contains(documented));
    }

    /** Waits until this is a line of the screen. */
    public void showsLine(String documented) {
        showsPart(documented, text -> program.reading().hasLine(documented, text));
    }

    private void showsPart(String documented, Predicate<String> isThere) {
        screen.await(isThere, terminals.patience());
        checkFault();
        if (!isThere.test(screen.text())) {
            var last = screen.text().lines().reduce("", (earlier, line) -> line.isBlank() ? earlier : line);
            throw Mismatch.between("à l'écran", documented.strip(), last);
        }
    }

    /** Waits until a part of the screen is like this. */
    public void showsMatch(Pattern expected) {
        showsText(expected.asPredicate());
    }

    /** Waits until the whole screen is as wished. */
    public void showsText(Predicate<String> expected) {
        screen.await(text -> expected.test(OutputMatcher.withoutAddress(text)), terminals.patience());
        assertThat(screen()).as("the screen of %s", name()).matches(expected);
    }

    /** Waits until the whole screen, with the errors below it, is like this regular expression. */
    public void showsWithErrors(String expected) {
        Predicate<String> isShown = Pattern.compile(expected).asMatchPredicate();
        screen.await(text -> isShown.test(screen() + errors.text()), terminals.patience());
        // The screen of a program that ends may be known before its errors are.
        errors.await(text -> isShown.test(screen() + text), terminals.patience());
        assertThat(screen() + errors.text()).as("the screen of %s", name()).matches(expected);
    }

    /** Waits for the program to end well, and checks the whole screen, too; an answer may show what is tolerated. */
    public void endsShowing(String documented, String... tolerated) {
        endsSuccessfully();
        mustShow(documented, tolerated);
        showsPrompts(OutputMatcher.prompts(documented));
    }

    /** Waits until the program has asked for a line so many times. */
    public void showsPrompts(int count) {
        screen.await(text -> OutputMatcher.prompts(text) >= count, terminals.patience());
        checkFault();
        var shown = OutputMatcher.prompts(screen.text());
        if (shown < count) {
            throw Mismatch.wrong("l'invite %s avant chaque saisie : %d fois"
                    .formatted(Printable.quoted(OutputMatcher.PROMPT), count), "elle est %d fois à l'écran".formatted(shown));
        }
    }

    private boolean isDocumented(String text, String documented, String... tolerated) {
        return program.reading().matches(documented, text) || program.isGraded()
                && Stream.of(tolerated).anyMatch(other -> program.reading().matches(other, text));
    }

    private void mustShow(String documented, String... tolerated) {
        checkFault();
        if (!isDocumented(screen.text(), documented, tolerated)) {
            throw mismatch(documented);
        }
    }

    /** Waits for the program to end, and checks that it had no error to tell and has status 0. */
    public void endsSuccessfully() {
        awaitEnd();
        if (process.exitValue() != 0) {
            throw Mismatch.wrong("%s se termine sans erreur".formatted(name()), failure().orElseThrow());
        }
        if (!program.isGraded()) {
            assertThat(errors.text()).as("the errors of %s", name()).isEmpty();
        }
    }

    /** What is wrong, when the screen is not as documented. */
    public Mismatch mismatch(String documented) {
        return program.reading().mismatch(documented, screen.text(), !process.isAlive());
    }

    /** Waits for the program to end, in whatever way, and checks that it did not show that. */
    public void endsWithoutShowing(String claim) {
        // There is nobody to connect to: to fail is right.
        markStarted();
        awaitEnd();
        if (screen.text().contains(claim)) {
            throw Mismatch.wrong("l'écran sans " + Printable.quoted(claim), "cela y est, et ce n'est pas vrai");
        }
    }

    /** Waits for the program to end, and checks that it says why in one line and has status 1. */
    public String endsInError() {
        awaitEnd();
        assertThat(errors.text()).as("the errors of %s", name()).matches("[^\n]+\n");
        assertThat(process.exitValue()).as("the exit status of %s", name()).isEqualTo(1);
        return errors.text();
    }

    /** What the program has shown so far, or in all once it ended, {@code <adresse>} standing for the address of the peer. */
    public String screen() {
        return OutputMatcher.withoutAddress(screen.text());
    }

    /** Waits for the program's end for so long, and tells whether it came. */
    boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), MILLISECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted while waiting for the end of " + name(), e);
        }
    }

    /** Waits for the program to end, in whatever way. */
    public void awaitEnd() {
        for (var patience = terminals.patience(); !endsWithin(Rest.LOOK) && !patience.isOver(); ) {
            checkFault();
        }
        checkFault();
        if (process.isAlive()) {
            throw Mismatch.hangs("%s se termine".formatted(name()), "il tourne encore");
        }
        screen.awaitEnd(terminals.patience());
        errors.awaitEnd(terminals.patience());
    }

    /** Waits until the program listens, or fails if it ends before. */
    public void awaitListening() {
        var patience = terminals.patience();
        while (true) {
            // Asked before the look: who has ended may have left a process behind that listens.
            var hasEnded = endsWithin(Duration.ofMillis(25));
            var last = hasEnded || patience.isOver();
            if (tree.mayHaveSocket() && SocketTable.isOpen(port)) {
                markStarted();
                return;
            }
            if (last) {
                checkFault();
                var expected = "%s écoute sur le port %d".formatted(name(), port);
                throw hasEnded ? Mismatch.wrong(expected, "il s'est terminé avant")
                        : Mismatch.hangs(expected, "il n'écoute pas sur ce port");
            }
        }
    }

    /** What the watch over the program has found. */
    private void checkFault() {
        program.fault().ifPresent(fault -> {
            throw Mismatch.wrong("ce que dit le chapitre", fault);
        });
    }

    /** How the program failed, with the line of its errors that says why. */
    public Optional<String> failure() {
        return process.isAlive() || process.exitValue() == 0 || program.fault().isPresent() ? Optional.empty()
                : Optional.of("%s s'arrête avec le code %d : %s".formatted(name(), process.exitValue(), error()));
    }

    /** The last line that speaks of an error and is no part of a trace, or the last one: Node and Go add their own. */
    private String error() {
        var lines = errors.text().lines()
                .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0))).toList();
        return lines.stream().filter(ERROR.asPredicate()).reduce((earlier, last) -> last)
                .or(() -> lines.stream().reduce((earlier, last) -> last)).map(Printable::line)
                .orElse("aucune erreur n'est affichée");
    }

    /** How the program failed, if it did so before it listened or connected. */
    public Optional<String> failureAtStart() {
        return atWork ? Optional.empty() : failure();
    }

    /** Tells whether the shell did not find the command of an answer, or must not start it. */
    public boolean cannotStart() {
        return !atWork && !process.isAlive() && (process.exitValue() == 126 || process.exitValue() == 127);
    }

    Patience.Activity activity() {
        return new Patience.Activity(tree.processorTime(), screen.length() + errors.length(), tree::isHeldBack);
    }

    /** What a reader would see who looked into the terminal. */
    String report() {
        return """
                %s, port %s, %s
                %s%s""".formatted(name(), port, process.isAlive() ? "tourne encore" : "code " + process.exitValue(),
                Printable.screen(screen.text()).indent(4),
                errors.text().isEmpty() ? "" : "  erreurs :\n" + Printable.screen(errors.text()).indent(4));
    }

    void close() {
        program.kill(process);
    }
}
