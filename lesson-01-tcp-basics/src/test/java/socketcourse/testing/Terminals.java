package socketcourse.testing;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
 */
public final class Terminals {

    private final String lesson;
    private final List<Terminal> opened = new ArrayList<>();

    private Terminals(String lesson) {
        this.lesson = lesson;
    }

    /**
     * Starts a server on a free port and waits until it listens.
     *
     * @param program    the ID of the program, as in {@code exec:java@ID}
     * @param properties further options of the JVM, such as {@code -Dbuffer=10}
     * @return the terminal in which it runs
     * @throws AssertionError if it ends, or does not listen in time
     */
    public Terminal server(String program, String... properties) {
        var server = run(program, Ports.free(), properties);
        server.awaitListening();
        return server;
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
        return run(program, port, command(program, port, properties));
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
        try {
            var terminal = new Terminal(name, port, program);
            opened.add(terminal);
            return terminal;
        } catch (IOException e) {
            throw new AssertionError("cannot start " + command, e);
        }
    }

    /** The command that starts a program, as {@link #run(String, int, String...)} does. */
    public List<String> command(String program, int port, String... properties) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "-Dport=" + port));
        command.addAll(List.of(properties));
        command.add(lesson + "." + className(program));
        return command;
    }

    /** {@code reply-server} is {@code ReplyServer}. */
    private static String className(String program) {
        return Arrays.stream(program.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(joining());
    }

    private String report() {
        return opened.stream().map(Terminal::report).collect(joining("\n"));
    }

    private void close() {
        opened.forEach(Terminal::close);
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
            return context.getStore(NAMESPACE).getOrComputeIfAbsent(Terminals.class,
                    type -> new Terminals(context.getRequiredTestClass().getPackageName()), Terminals.class);
        }

        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
            var terminals = context.getStore(NAMESPACE).get(Terminals.class, Terminals.class);
            if (terminals == null || failure instanceof TestAbortedException) {
                throw failure;
            }
            var report = new AssertionError(failure.getMessage() + "\n\n" + terminals.report(), failure);
            report.setStackTrace(failure.getStackTrace());
            throw report;
        }

        @Override
        public void afterEach(ExtensionContext context) {
            var terminals = context.getStore(NAMESPACE).get(Terminals.class, Terminals.class);
            if (terminals != null) {
                terminals.close();
            }
        }
    }
}
