package socketcourse.testing.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import socketcourse.testing.net.SocketTable;
import socketcourse.testing.process.IdleTimeout;
import socketcourse.testing.process.ProgramProcess;
import socketcourse.testing.report.Mismatch;
import socketcourse.testing.report.Printable;

/**
 * A terminal in which a program runs: a test types into it and checks what it shows. Each wait is bounded; when the
 * bound is reached, the test fails. The {@link Program} decides how exactly its output must match.
 */
public final class Terminal {

    /** The longest wait for an event, on the slowest and busiest machine. */
    public static final Duration PATIENCE = IdleTimeout.LONGEST;

    private static final Duration LISTENING_INTERVAL = Duration.ofMillis(25);

    private final Program program;
    private final int port;
    private final Terminals terminals;
    private final ProgramProcess process;
    private final VisibleOutput visible;
    private final Diagnosis diagnosis;
    private final Expectations expectations;
    private volatile boolean started;

    Terminal(Program program, int port, Terminals terminals, String... properties) throws IOException {
        this.program = program;
        this.port = port;
        this.terminals = terminals;
        this.process = program.start(port, properties);
        this.visible = new VisibleOutput(process);
        this.diagnosis = new Diagnosis(program.name(), process);
        this.expectations = new Expectations(program, process, visible, diagnosis, terminals::timeout);
    }

    /** Returns the name of the program in a report. */
    public String name() {
        return program.name();
    }

    /** Returns the port that the program was told to use. */
    public int port() {
        return port;
    }

    /** Types a line and Enter. */
    public void type(String line) {
        if (!isTyped(line)) {
            throw Mismatch.wrong("%s lit ce qui est tapé".formatted(name()), "il ne lit plus le clavier");
        }
    }

    /** Types a line and Enter; returns false if the program does not read its stdin any more. */
    public boolean isTyped(String line) {
        terminals.note("tapé dans %s : %s", name(), Printable.quoted(line));
        visible.typed(line);
        var isRead = process.type(line);
        if (!isRead) {
            terminals.note("%s ne lit plus le clavier", name());
        }
        return isRead;
    }

    /** Waits until the program ends or comes to rest. */
    public void awaitRest() {
        process.awaitRest();
    }

    /** Waits until the program ends or comes to rest; returns whether it still runs. */
    boolean staysAlive() {
        process.awaitRest();
        return process.isAlive();
    }

    /** A timeout that expires when the program has been idle for a short time: it may be about to close or to end. */
    IdleTimeout untilShortRest() {
        return process.untilShortRest();
    }

    /** Ends stdin, as Ctrl-D does. */
    public void endInput() {
        terminals.note("fin de la saisie dans %s", name());
        process.endInput();
    }

    /** Kills the program, as {@code kill -9} does. */
    public void kill() {
        terminals.note("%s tué", name());
        process.kill();
        awaitEnd();
    }

    /** Asks the program to end, as Ctrl-C does. */
    public void interrupt() {
        process.interrupt();
    }

    /** Connects to the program: the test plays a client. Reads expire after {@link #PATIENCE}. */
    public Socket connect() throws IOException {
        return new ListeningSockets(name(), port).connect();
    }

    /** Returns the address at which the program is reached: localhost, unless it listens elsewhere only. */
    public String host() {
        return new ListeningSockets(name(), port).host();
    }

    /** Checks that the program listens on localhost, for TCP. */
    public void listensOnLocalhost() {
        new ListeningSockets(name(), port).areOnLocalhost(true);
    }

    /** Checks that the program has a UDP socket on localhost. */
    public void listensOnLocalhostForDatagrams() {
        new ListeningSockets(name(), port).areOnLocalhost(false);
    }

    /** Records that the program listens, has connected or has sent: from now on, a failure is not one at its start. */
    public void markStarted() {
        started = true;
    }

    /** Waits for this whole output, {@code <adresse>} for an address; a graded program may show a tolerated one. */
    public void shows(String documented, String... tolerated) {
        expectations.shows(documented, tolerated);
    }

    /** Waits until the output contains this text. */
    public void showsPart(String documented) {
        expectations.showsPart(documented, text -> text.replace("\r\n", "\n").contains(documented));
    }

    /** Waits until this is a line of the output. */
    public void showsLine(String documented) {
        expectations.showsPart(documented, text -> program.matcher().hasLine(documented, text));
    }

    /** Waits until a part of the output matches. */
    public void showsMatch(Pattern expected) {
        showsText(expected.asPredicate());
    }

    /** Waits until the whole output, with {@code <adresse>} for each address, meets a condition. */
    public void showsText(Predicate<String> expected) {
        expectations.await(text -> expected.test(OutputMatcher.withoutAddress(text)));
        assertThat(screen()).as("the output of %s", name()).matches(expected);
    }

    /** Waits until the whole output, followed by stderr, matches this regular expression. */
    public void showsWithErrors(String expected) {
        Predicate<String> isShown = Pattern.compile(expected).asMatchPredicate();
        expectations.await(text -> isShown.test(screen() + process.errors().text()));
        // When a program ends, its stdout may be complete before its stderr.
        process.errors().await(text -> isShown.test(screen() + text), terminals.timeout());
        assertThat(screen() + process.errors().text()).as("the output of %s", name()).matches(expected);
    }

    /** Waits for the program to succeed and checks its whole output; a graded program may show a tolerated one. */
    public void endsShowing(String documented, String... tolerated) {
        endsSuccessfully();
        expectations.mustShow(documented, tolerated);
        showsPrompts(OutputMatcher.prompts(documented));
    }

    /** Waits until the program has shown this number of prompts. */
    public void showsPrompts(int count) {
        expectations.showsPrompts(count);
    }

    /** Returns the difference between the output and the documented one. */
    public Mismatch mismatch(String documented) {
        return expectations.mismatch(documented);
    }

    /** Waits for the program to end with status 0; ours must also leave stderr empty. */
    public void endsSuccessfully() {
        awaitEnd();
        diagnosis.failure().ifPresent(failure -> {
            throw Mismatch.wrong("%s se termine sans erreur".formatted(name()), failure);
        });
        if (!program.isGraded()) {
            assertThat(process.errors().text()).as("stderr of %s", name()).isEmpty();
        }
    }

    /** Waits for the program to end with this status and checks its whole output. */
    public void endsShowing(int status, String documented) {
        awaitEnd();
        expectations.mustShow(documented);
        if (process.exitStatus() != status) {
            throw Mismatch.wrong("%s se termine avec le code %d".formatted(name(), status),
                    "le code " + process.exitStatus());
        }
    }

    /** Waits for the program to end with any status and checks that it did not show this text. */
    public void endsWithoutShowing(String claim) {
        // Nobody listens, so a failure is right.
        markStarted();
        awaitEnd();
        if (expectations.text().contains(claim)) {
            throw Mismatch.wrong("l'écran sans " + Printable.quoted(claim), "cela y est, et ce n'est pas vrai");
        }
    }

    /** Waits for the program to end with status 1 and one line on stderr; returns that line. */
    public String endsInError() {
        awaitEnd();
        assertThat(process.errors().text()).as("stderr of %s", name()).matches("[^\n]+\n");
        assertThat(process.exitStatus()).as("the exit status of %s", name()).isEqualTo(1);
        return process.errors().text();
    }

    /** Returns the output so far, with {@code <adresse>} for each address. */
    public String screen() {
        return OutputMatcher.withoutAddress(expectations.text());
    }

    /** Waits for the program to end with any status. */
    public void awaitEnd() {
        for (var timeout = terminals.timeout(); !endsWithin(IdleTimeout.REST_INTERVAL) && !timeout.isOver(); ) {
            diagnosis.checkFault();
            terminals.answerFins(this);
        }
        diagnosis.checkFault();
        if (process.isAlive()) {
            throw Mismatch.hangs("%s se termine".formatted(name()), "il tourne encore");
        }
        process.output().awaitEnd(terminals.timeout());
        process.errors().awaitEnd(terminals.timeout());
    }

    boolean endsWithin(Duration time) {
        return process.endsWithin(time);
    }

    /** Waits until the program listens. */
    public void awaitListening() {
        var timeout = terminals.timeout();
        while (true) {
            // First the end, then the port: a program that has ended may have left a process that listens.
            var hasEnded = endsWithin(LISTENING_INTERVAL);
            var isLastLook = hasEnded || timeout.isOver();
            if ((hasEnded || process.mayHaveSocket()) && SocketTable.isOpen(port)) {
                markStarted();
                return;
            }
            if (isLastLook) {
                diagnosis.checkFault();
                var expected = "%s écoute sur le port %d".formatted(name(), port);
                throw hasEnded ? Mismatch.wrong(expected, "il s'est terminé avant")
                        : Mismatch.hangs(expected, ListeningSockets.ofOtherPorts(process));
            }
        }
    }

    /** Returns whether the program has listened, connected or sent. */
    public boolean hasStarted() {
        return started;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public boolean isGraded() {
        return program.isGraded();
    }

    /** Returns the explanation of a failure. */
    public Diagnosis diagnosis() {
        return diagnosis;
    }

    IdleTimeout.Activity activity() {
        return process.activity();
    }

    String report() {
        return diagnosis.report(port);
    }

    void close() {
        process.kill();
    }
}
