package socketcourse.testing.terminal;

import static java.util.stream.Collectors.joining;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import socketcourse.testing.net.Sockets;
import socketcourse.testing.process.IdleTimeout;
import socketcourse.testing.report.Mismatch;
import socketcourse.testing.report.Transcript;

/**
 * The terminals of one test, each with one program of the lesson. When the test ends, they are closed and their
 * programs are killed; when it fails, the report shows the output of each.
 */
public final class Terminals implements Closeable {

    private static final int ACCEPT_INTERVAL_MILLIS = 50;

    private final ProgramSource programs;
    private final List<Terminal> opened = new CopyOnWriteArrayList<>();
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private final List<ServerSocket> serverSockets = new CopyOnWriteArrayList<>();
    private final Transcript transcript = new Transcript();
    private final AtomicLong received = new AtomicLong();

    Terminals(ProgramSource programs) {
        this.programs = programs;
    }

    /**
     * Starts a server and waits until it listens.
     *
     * @param program    the ID of the program, as in {@code exec:java@ID}
     * @param properties options of the JVM, such as {@code -Dbuffer=10}
     * @return the terminal in which it runs
     */
    public Terminal server(String program, String... properties) {
        var server = run(program, port(program), properties);
        server.awaitListening();
        return server;
    }

    /** Starts a server again, at once, on the port that it had. */
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

    /** Returns the port for the next start of a program: a free one, or the fixed port of a graded program. */
    public int port(String program) {
        return programs.program(program).port();
    }

    /**
     * Starts a program.
     *
     * @param program    the ID of the program, as in {@code exec:java@ID}
     * @param port       its {@code -Dport}
     * @param properties options of the JVM, such as {@code -Dhost=0.0.0.0}
     * @return the terminal in which it runs
     */
    public Terminal run(String program, int port, String... properties) {
        return open(programs.program(program), port, properties);
    }

    /**
     * Starts a command.
     *
     * @param name    its name in a report
     * @param port    the port that it uses
     * @param command the command and its arguments
     * @return the terminal in which it runs
     */
    public Terminal run(String name, int port, List<String> command) {
        return open(new ReferenceProgram(name, (ownPort, properties) -> command), port);
    }

    private Terminal open(Program program, int port, String... properties) {
        note("%s démarré sur le port %d", program.name(), port);
        try {
            var terminal = new Terminal(program, port, this, properties);
            opened.add(terminal);
            return terminal;
        } catch (IOException e) {
            throw new AssertionError("cannot start " + program.name(), e);
        }
    }

    /** Starts a client of a server; the transcript records their bytes. */
    public Terminal clientOf(Terminal server, String program) throws IOException {
        var serverSocket = listen(port(program));
        var client = run(program, serverSocket.getLocalPort());
        new RecordingProxy(this, client, server).start(serverSocket);
        return client;
    }

    /** Connects to a server: the test plays a client. */
    public Connection connect(Terminal server) throws IOException {
        var socket = server.connect();
        note("connexion au port %d depuis le port %d", server.port(), socket.getLocalPort());
        return register(new Connection(socket, server, this));
    }

    /** Starts a client and waits until it connects: the test plays a server. */
    public Connection accept(String program) throws IOException {
        var serverSocket = listen(port(program));
        var client = run(program, serverSocket.getLocalPort());
        var timeout = timeout();
        serverSocket.setSoTimeout(ACCEPT_INTERVAL_MILLIS);
        while (true) {
            var hasEnded = client.endsWithin(Duration.ZERO);
            var isLastLook = hasEnded || timeout.isOver();
            try {
                var socket = serverSocket.accept();
                serverSocket.close();
                client.markStarted();
                note("%s s'est connecté", program);
                return register(new Connection(socket, client, this));
            } catch (SocketTimeoutException e) {
                if (isLastLook) {
                    var expected = "%s se connecte au port %d".formatted(program, client.port());
                    throw hasEnded ? Mismatch.wrong(expected, "il s'est terminé sans se connecter")
                            : Mismatch.hangs(expected, "il ne le fait pas");
                }
            }
        }
    }

    private Connection register(Connection connection) throws IOException {
        // Otherwise what the test sends may wait until the program has acknowledged the bytes before (RFC 896).
        connection.socket().setTcpNoDelay(true);
        connections.add(connection);
        return connection;
    }

    /** Lets a program end that has closed its connection and waits until its peer closes, too. */
    void answerFins(Terminal program) {
        try {
            for (var connection : connections) {
                if (connection.program() == program) {
                    connection.answerFin();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServerSocket listen(int port) throws IOException {
        var serverSocket = new ServerSocket(port, 50, InetAddress.getByName("localhost"));
        serverSockets.add(serverSocket);
        return serverSocket;
    }

    /** Starts a timeout for an event that the programs must cause. */
    public IdleTimeout timeout() {
        return programs.timeout(this::activity);
    }

    /** Counts bytes that a peer played by the test has received: their sender is not idle. */
    public void received(int bytes) {
        received.addAndGet(bytes);
    }

    private IdleTimeout.Activity activity() {
        var all = opened.stream().map(Terminal::activity).toList();
        return new IdleTimeout.Activity(
                all.stream().map(IdleTimeout.Activity::processorTime).reduce(Duration.ZERO, Duration::plus),
                all.stream().mapToLong(IdleTimeout.Activity::bytes).sum() + received.get(),
                () -> all.stream().anyMatch(activity -> activity.isRunnable().getAsBoolean()));
    }

    /** Records an action of the test for the report. */
    public void note(String what, Object... details) {
        transcript.note(what, details);
    }

    /** Returns the terminals in the order in which they were opened. */
    public Stream<Terminal> opened() {
        return opened.stream();
    }

    /** Returns the actions of the test, the state of each connection, and each output. */
    public String report() {
        return "Déroulement du test :\n" + transcript.toString().indent(2)
                + connections.stream().map(Connection::report).collect(joining())
                + "Écrans :\n" + opened().map(Terminal::report).collect(joining()).indent(2);
    }

    @Override
    public void close() throws IOException {
        for (var connection : connections) {
            // An RST frees the port of a program that closed first: otherwise it would be in TIME_WAIT for a minute.
            Sockets.reset(connection.socket());
        }
        opened.forEach(Terminal::close);
        for (var serverSocket : serverSockets) {
            serverSocket.close();
        }
    }
}
