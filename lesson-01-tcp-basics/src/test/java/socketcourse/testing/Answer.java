package socketcourse.testing;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A program that is graded in the place of one of ours: the command that starts it. Whatever it does,
 * {@link #kill} ends it.
 */
final class Answer {

    /** A screen with more characters than that is a flood. */
    static final int MAX_SCREEN = 100_000;

    /** The folder in which Maven was called. */
    static final Path FOLDER = Path.of(System.getProperty("invocation.folder", ""));

    private static final int MAX_PROCESSES = 50;
    private static final Duration RELEASE = Duration.ofSeconds(3);

    /** Where there is one: it gives a program in C a standard output without a buffer. */
    private static final List<String> UNBUFFERED = isOnPath("stdbuf") ? List.of("stdbuf", "-o0") : List.of();
    private static final List<String> SHELL = File.separatorChar == '\\' ? List.of("cmd", "/c") : List.of("sh", "-c");

    /** The environment variable by which all that an answer starts is known. */
    private static final String MARK = "SOCKET_COURSE_ANSWER";

    private final String command;
    private final int chapterPort;
    private final Duration quiet;
    private final String mark = UUID.randomUUID().toString();
    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private boolean portWasUsed;
    private volatile String fault;

    /**
     * An answer.
     *
     * @param command     the command line, with {@code {host}} and {@code {port}} in it or without
     * @param chapterPort the port that it uses if it has no {@code {port}}
     * @param quiet       how long it may do nothing while something is waited for
     */
    Answer(String command, int chapterPort, Duration quiet) {
        this.command = command;
        this.chapterPort = chapterPort;
        this.quiet = quiet;
        // Ctrl-C ends Maven, and must not leave an answer behind.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> running.forEach(this::kill)));
    }

    String command() {
        return command;
    }

    /** How long it may do nothing while something is waited for. */
    Duration quiet() {
        return quiet;
    }

    /** How much processor time it may use for one thing; some are compiled first. */
    Duration work() {
        return quiet.multipliedBy(4);
    }

    /**
     * The port for its next start: a free one, or the chapter's if the command has no place for another.
     *
     * @throws NotGraded if that one is taken
     */
    int port() {
        if (command.contains("{port}")) {
            return Ports.free();
        }
        // Who was killed a moment ago may not be gone yet.
        var deadline = System.nanoTime() + (portWasUsed ? RELEASE.toNanos() : 0);
        while (Ports.isOpen(chapterPort)) {
            if (System.nanoTime() > deadline) {
                throw new NotGraded("Port %d is still in use by another program, and %s needs it. "
                        .formatted(chapterPort, command) + "Stop that one and try again.");
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        portWasUsed = true;
        var cleared = System.nanoTime() + RELEASE.toNanos();
        while (!Ports.isFree(chapterPort) && System.nanoTime() < cleared) {
            TimeWait.clear(chapterPort);
        }
        return chapterPort;
    }

    /** Ready to start on a port, in the folder in which Maven was called. */
    ProcessBuilder at(int port) {
        var words = new ArrayList<>(UNBUFFERED);
        words.addAll(SHELL);
        words.add(command.replace("{host}", "localhost").replace("{port}", Integer.toString(port)));
        var program = new ProcessBuilder(words).directory(FOLDER.toAbsolutePath().toFile());
        var environment = program.environment();
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("PYTHONUNBUFFERED", "1");
        environment.put("PYTHONIOENCODING", "utf-8");
        environment.put(MARK, mark);
        return program;
    }

    /** Keeps an eye on a process of it, and ends it when it floods its screen or starts processes without end. */
    void watch(Process process, Screen screen) {
        var watch = new Thread(() -> {
            try {
                while (fault == null && !process.waitFor(200, TimeUnit.MILLISECONDS)) {
                    if (screen.isFull()) {
                        fault = "floods its screen: more than " + MAX_SCREEN + " characters";
                    } else if (process.descendants().count() > MAX_PROCESSES) {
                        fault = "starts more than " + MAX_PROCESSES + " processes";
                    }
                }
            } catch (InterruptedException e) {
                throw new AssertionError("nobody interrupts the watch", e);
            }
            if (fault != null) {
                kill(process);
            }
        }, "watch");
        watch.setDaemon(true);
        running.add(process);
        watch.start();
    }

    /** What was wrong with the way in which it ran, or null. */
    String fault() {
        return fault;
    }

    /** Kills a process of it with all that this one started, even what has lost its parent. */
    void kill(Process process) {
        running.remove(process);
        // Each round finds what the ones before have started meanwhile.
        while (ProcessHandle.allProcesses().filter(this::isMarked).peek(ProcessHandle::destroyForcibly).count() > 0) {
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }

    private boolean isMarked(ProcessHandle process) {
        try {
            var environment = Path.of("/proc", Long.toString(process.pid()), "environ");
            return Files.readString(environment, StandardCharsets.ISO_8859_1).contains(MARK + "=" + mark);
        } catch (IOException e) {
            // It has ended, is another user's, or this system has no such file.
            return false;
        }
    }

    private static boolean isOnPath(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }
}
