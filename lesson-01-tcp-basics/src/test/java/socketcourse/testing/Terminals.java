package socketcourse.testing;

import static java.util.stream.Collectors.joining;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/**
 * The terminals that one test opens, each with one program of the lesson in it. A test takes them as a parameter; when
 * it ends, whatever still runs is killed, and when it fails, the report shows every screen.
 *
 * <p>In a test of an {@link AnswerKey}, the program that it judges may be an answer in the place of ours.
 */
public final class Terminals {

    private final String lesson;
    private final String judged;
    private final Answer answer;
    private final List<Terminal> opened = new CopyOnWriteArrayList<>();
    private final List<Closeable> sockets = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final AtomicLong received = new AtomicLong();

    /** The terminals of a test that judges a program, of which there is an answer; or neither (null). */
    private Terminals(String lesson, String judged, Answer answer) {
        this.lesson = lesson;
        this.judged = judged;
        this.answer = answer;
    }

    /**
     * Starts a server on a free port and waits until it listens.
     *
     * @param program    the ID of the program, as in {@code exec:java@ID}
     * @param properties further options of the JVM, such as {@code -Dbuffer=10}
     * @return the terminal in which it runs
     * @throws AssertionError if it ends, or does not listen in time, or an answer listens for more than this machine
     */
    public Terminal server(String program, String... properties) {
        var port = port(program);
        var leftover = !Ports.isFree(port);
        var server = run(program, port, properties);
        try {
            server.awaitListening();
        } catch (AssertionError e) {
            if (leftover) {
                throw new NotGraded("Port %d is still in TIME_WAIT after an earlier run: try again in a minute."
                        .formatted(port));
            }
            throw e;
        }
        if (isAnswer(program) && Ports.isOpenToOthers(port)) {
            throw new AssertionError(program + " listens on all addresses of the machine, where the chapter's "
                    + "localhost is reached from this machine only");
        }
        return server;
    }

    /** Starts the judged server once more, at once and on the port that it had. */
    public Terminal serverAgain(Terminal earlier) {
        var server = run(judged, earlier.port());
        try {
            server.awaitListening();
        } catch (AssertionError e) {
            throw new AssertionError(judged + " cannot start again at once on its port: SO_REUSEADDR is not set", e);
        }
        return server;
    }

    /** The port for the next start of a program: a free one, or the one that an answer insists on. */
    public int port(String program) {
        return isAnswer(program) ? answer.port() : Ports.free();
    }

    private boolean isAnswer(String program) {
        return answer != null && program.equals(judged);
    }

    /**
     * Starts a program.
     *
     * @param program    the ID of the program, as in {@code exec:java@ID}
     * @param port       its {@code -Dport}
     * @param properties further options of the JVM, such as {@code -Dhost=0.0.0.0}
     * @return the terminal in which it runs
     */
    public Terminal run(String program, int port, String... properties) {
        return isAnswer(program)
                ? open(program, port, answer.at(port), answer)
                : run(program, port, command(program, port, properties));
    }

    /**
     * Starts a command. The locale of its terminal is POSIX, so that every accent on every screen is there by the
     * program's own doing.
     *
     * @param name    what to call it in a report
     * @param port    the port that it uses
     * @param command the command and its arguments
     * @return the terminal in which it runs
     */
    public Terminal run(String name, int port, List<String> command) {
        var program = new ProcessBuilder(command);
        program.environment().put("LC_ALL", "C");
        return open(name, port, program, null);
    }

    private Terminal open(String name, int port, ProcessBuilder program, Answer graded) {
        var label = graded == null && answer != null ? "our own " + name : name;
        note("started %s on port %d", label, port);
        try {
            var terminal = new Terminal(label, port, program, this, graded);
            opened.add(terminal);
            return terminal;
        } catch (IOException e) {
            throw new AssertionError("cannot start " + program.command(), e);
        }
    }

    /** Starts a client of a server; one of them is judged. */
    public Terminal clientOf(Terminal server, String program) throws IOException {
        var serverSocket = listen(port(program));
        Relay.start(serverSocket, server, program.equals(judged));
        return run(program, serverSocket.getLocalPort());
    }

    /** Connects to a server: a client that the test itself plays. */
    public Connection connect(Terminal server) throws IOException {
        var socket = server.connect();
        sockets.add(socket);
        note("connected to port %d from port %d", server.port(), socket.getLocalPort());
        return new Connection(socket, server, this);
    }

    /** Starts a client and waits until it connects: to a server that the test itself plays. */
    public Connection accept(String program) throws IOException {
        var serverSocket = listen(port(program));
        var client = run(program, serverSocket.getLocalPort());
        var patience = patience();
        serverSocket.setSoTimeout(50);
        while (true) {
            var last = client.endsWithin(Duration.ZERO) || patience.isOver();
            try {
                var socket = serverSocket.accept();
                sockets.add(socket);
                serverSocket.close();
                note("%s connected", program);
                return new Connection(socket, client, this);
            } catch (SocketTimeoutException e) {
                if (last) {
                    throw new AssertionError("%s does not connect to port %d".formatted(program, client.port()), e);
                }
            }
        }
    }

    private ServerSocket listen(int port) throws IOException {
        var serverSocket = new ServerSocket(port, 50, InetAddress.getByName("localhost"));
        sockets.add(serverSocket);
        return serverSocket;
    }

    /** How long to wait for what must come, from now on. */
    public Patience patience() {
        return answer == null
                ? new Patience(Patience.LONGEST, Patience.LONGEST, () -> new Patience.Activity(Duration.ZERO, 0))
                : new Patience(answer.quiet(), answer.work(), this::activity);
    }

    /** What has come from a program to a peer that the test plays. */
    void received(int bytes) {
        received.addAndGet(bytes);
    }

    private Patience.Activity activity() {
        var all = opened.stream().map(Terminal::activity).toList();
        return new Patience.Activity(all.stream().map(Patience.Activity::work).reduce(Duration.ZERO, Duration::plus),
                all.stream().mapToLong(Patience.Activity::bytes).sum() + received.get());
    }

    /** Keeps in mind what a test does, for the report. */
    public void note(String what, Object... details) {
        synchronized (done) {
            done.add(what.formatted(details));
        }
    }

    /** The command that starts a program, as {@link #run(String, int, String...)} does. */
    public List<String> command(String program, int port, String... properties) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // What lives for a moment starts sooner without the second compiler and the concurrent collector.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "-Dport=" + port));
        command.addAll(List.of("-Dlesson.package=" + lesson, "-Dlesson.program=" + program, "-Dlesson.port=" + port));
        command.addAll(List.of(properties));
        command.add("socketcourse.start.Start");
        return command;
    }

    /** {@code reply-server} is {@code ReplyServer}. */
    static String className(String program) {
        return Arrays.stream(program.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(joining());
    }

    private String report() {
        String log;
        synchronized (done) {
            log = String.join("\n", done);
        }
        return "What was done:\n" + log.indent(4) + "\n" + opened.stream().map(Terminal::report).collect(joining("\n"));
    }

    private Throwable wrong(Throwable failure, Judges step, String method) {
        var reason = failure instanceof IOException ? "The connection breaks: " + failure.getMessage()
                : failure.getMessage();
        var details = reason.indexOf('\n');
        if (opened.stream().anyMatch(Terminal::cannotStart)) {
            return new NotGraded("This command cannot be started: " + answer.command() + "\n\n" + report());
        }
        var error = opened.stream().map(Terminal::error).filter(text -> !text.isEmpty() && !reason.contains(text))
                .map(text -> " (" + text + ")").collect(joining());
        return new WrongAnswer("""
                %s%s
                Program: %s, in its place: %s
                Step %d: %s
                %s
                %s""".formatted(details < 0 ? reason : reason.substring(0, details), error,
                step.program(), answer.command(),
                step.step(), method.replace('_', ' '), details < 0 ? "" : reason.substring(details), report()));
    }

    private void close() throws IOException {
        opened.forEach(Terminal::close);
        for (var socket : sockets) {
            socket.close();
        }
    }

    /** Gives each test its terminals, closes them, and adds their screens to the report of a failure. */
    public static final class Extension implements ParameterResolver, AfterEachCallback, TestExecutionExceptionHandler {

        private static final Namespace NAMESPACE = Namespace.create(Terminals.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Terminals.class;
        }

        @Override
        public Terminals resolveParameter(ParameterContext parameter, ExtensionContext context) {
            var step = Grading.step(context);
            return context.getStore(NAMESPACE).getOrComputeIfAbsent(Terminals.class,
                    type -> new Terminals(lesson(context.getRequiredTestClass()),
                            step == null ? null : step.program(), Grading.answer(context)), Terminals.class);
        }

        /** The package of a lesson; what is shared by all of them learns it from Maven. */
        private static String lesson(Class<?> test) {
            var name = test.getPackageName();
            return name.equals(Terminals.class.getPackageName()) ? System.getProperty("lesson.package") : name;
        }

        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
            var terminals = context.getStore(NAMESPACE).get(Terminals.class, Terminals.class);
            if (terminals == null || failure instanceof TestAbortedException || failure instanceof NotGraded) {
                throw failure;
            }
            if (terminals.answer != null && (failure instanceof AssertionError || failure instanceof IOException
                    || failure instanceof TimeoutException)) {
                throw terminals.wrong(failure, Grading.step(context), context.getRequiredTestMethod().getName());
            }
            var report = new AssertionError(failure.getMessage() + "\n\n" + terminals.report(), failure);
            report.setStackTrace(failure.getStackTrace());
            throw report;
        }

        @Override
        public void afterEach(ExtensionContext context) throws IOException {
            var terminals = context.getStore(NAMESPACE).get(Terminals.class, Terminals.class);
            if (terminals != null) {
                terminals.close();
            }
        }
    }
}
