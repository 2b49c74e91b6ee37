package socketcourse.testing.terminal;

import static java.util.stream.Collectors.joining;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import socketcourse.testing.terminal.Connection;
import socketcourse.testing.terminal.RecordingProxy;
import socketcourse.testing.net.SocketTable;
import socketcourse.testing.report.Mismatch;
import socketcourse.testing.report.Transcript;

/**
 * The terminals that one test opens, each with one program of the lesson in it. A test takes them as a parameter; when
 * it ends, whatever still runs is killed, and when it fails, the report shows every screen.
 *
 * <p>Which programs they are, says a {@link ProgramSource}: a grade has an answer in the place of one of ours.
 */
public final class Terminals implements Closeable {

    private final String lesson;
    private final ProgramSource cast;
    private final List<Terminal> opened = new CopyOnWriteArrayList<>();
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private final List<Closeable> sockets = new CopyOnWriteArrayList<>();
    private final Transcript log = new Transcript();
    private final AtomicLong received = new AtomicLong();

    /** The terminals of a test of the lesson with this package. */
    Terminals(String lesson, ProgramSource cast) {
        this.lesson = lesson;
        this.cast = cast;
    }

    /**
     * Starts a server on a free port and waits until it listens.
     *
     * @param program    the ID of the program, as in {@code exec:java@ID}
     * @param properties further options of the JVM, such as {@code -Dbuffer=10}
     * @return the terminal in which it runs
     * @throws AssertionError if it ends, or does not listen in time, or listens for more than this machine
     */
    public Terminal server(String program, String... properties) {
        var server = run(program, port(program), properties);
        server.awaitListening();
        if (cast.program(program).isGraded() && SocketTable.isOpenToOthers(server.port())) {
            throw Mismatch.wrong(program + " écoute sur localhost, pour cette machine seulement",
                    "il écoute sur toutes ses adresses");
        }
        return server;
    }

    /** Starts a server once more, at once and on the port that it had. */
    public Terminal serverAgain(String program, Terminal earlier) {
        var server = run(program, earlier.port());
        try {
            server.awaitListening();
        } catch (Mismatch e) {
            server.markStarted();
            throw Mismatch.wrong(program + " redémarre aussitôt sur son port", "il ne peut pas : SO_REUSEADDR manque");
        }
        return server;
    }

    /** The port for the next start of a program: a free one, or the one that an answer insists on. */
    public int port(String program) {
        return cast.program(program).port();
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
        return open(cast.program(program), port, properties);
    }

    /**
     * Starts a command.
     *
     * @param name    what to call it in a report
     * @param port    the port that it uses
     * @param command the command and its arguments
     * @return the terminal in which it runs
     */
    public Terminal run(String name, int port, List<String> command) {
        return open(new ReferenceProgram(name, (ownPort, properties) -> command), port);
    }

    /** The command that starts one of our programs, as {@link #run(String, int, String...)} does. */
    public List<String> command(String program, int port, String... properties) {
        return ReferenceProgram.java(lesson, program, ClassArchive.options()).at(port, properties);
    }

    private Terminal open(Program program, int port, String... properties) {
        note("%s démarré sur le port %d", program.label(), port);
        try {
            var terminal = new Terminal(program, port, this, properties);
            opened.add(terminal);
            return terminal;
        } catch (IOException e) {
            throw new AssertionError("cannot start " + program.label(), e);
        }
    }

    /** Starts a client of a server; one of them may be graded, and then hangs up first. */
    public Terminal clientOf(Terminal server, String program) throws IOException {
        var serverSocket = listen(port(program));
        var client = run(program, serverSocket.getLocalPort());
        new RecordingProxy(this).start(serverSocket, client, server, cast.program(program).isGraded());
        return client;
    }

    /** Connects to a server: a client that the test itself plays. */
    public Connection connect(Terminal server) throws IOException {
        var socket = server.connect();
        note("connexion au port %d depuis le port %d", server.port(), socket.getLocalPort());
        return connection(new Connection(socket, server, this));
    }

    /** Starts a client and waits until it connects: to a server that the test itself plays. */
    public Connection accept(String program) throws IOException {
        var serverSocket = listen(port(program));
        var client = run(program, serverSocket.getLocalPort());
        var patience = patience();
        serverSocket.setSoTimeout(50);
        while (true) {
            var hasEnded = client.endsWithin(Duration.ZERO);
            var last = hasEnded || patience.isOver();
            try {
                var socket = serverSocket.accept();
                serverSocket.close();
                client.markStarted();
                note("%s s'est connecté", program);
                return connection(new Connection(socket, client, this));
            } catch (SocketTimeoutException e) {
                if (last) {
                    var expected = "%s se connecte au port %d".formatted(program, client.port());
                    throw hasEnded ? Mismatch.wrong(expected, "il s'est terminé sans cela")
                            : Mismatch.hangs(expected, "il ne le fait pas");
                }
            }
        }
    }

    private Connection connection(Connection connection) {
        sockets.add(connection.socket());
        connections.add(connection);
        return connection;
    }

    private ServerSocket listen(int port) throws IOException {
        var serverSocket = new ServerSocket(port, 50, InetAddress.getByName("localhost"));
        sockets.add(serverSocket);
        return serverSocket;
    }

    /** How long to wait for what must come, from now on. */
    public Patience patience() {
        return cast.patience(this::activity);
    }

    /** So many bytes have come from a program to a peer that the test plays. */
    public void received(int bytes) {
        received.addAndGet(bytes);
    }

    private Patience.Activity activity() {
        var all = opened.stream().map(Terminal::activity).toList();
        return new Patience.Activity(all.stream().map(Patience.Activity::work).reduce(Duration.ZERO, Duration::plus),
                all.stream().mapToLong(Patience.Activity::bytes).sum() + received.get(),
                () -> all.stream().anyMatch(activity -> activity.isHeldBack().getAsBoolean()));
    }

    /** Keeps in mind what a test does, for the report. */
    public void note(String what, Object... details) {
        log.note(what, details);
    }

    /** The terminals that have been opened so far, the first one first. */
    public Stream<Terminal> opened() {
        return opened.stream();
    }

    /** What was done, how each connection stands, and every screen. */
    public String report() {
        return "Ce qui a été fait :\n" + log.toString().indent(2)
                + connections.stream().map(Connection::report).collect(joining())
                + "Ce que montrent les écrans :\n" + opened().map(Terminal::report).collect(joining()).indent(2);
    }

    @Override
    public void close() throws IOException {
        opened.forEach(Terminal::close);
        for (var socket : sockets) {
            socket.close();
        }
    }
}
