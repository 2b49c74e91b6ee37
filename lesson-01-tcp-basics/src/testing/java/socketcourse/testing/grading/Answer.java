package socketcourse.testing.grading;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import socketcourse.testing.net.Ports;
import socketcourse.testing.net.SocketTable;
import socketcourse.testing.net.TimeWait;
import socketcourse.testing.terminal.Program;
import socketcourse.testing.terminal.OutputMatcher;
import socketcourse.testing.terminal.CapturedOutput;

/**
 * A program that is graded in the place of one of ours: the command that starts it. Whatever it does,
 * {@link #kill} ends it.
 */
final class Answer implements Program {

    /** The folder in which Maven was called. */
    static final Path FOLDER = Path.of(System.getProperty("invocation.folder", ""));

    /** A screen with more characters than that is a flood. */
    private static final int MAX_SCREEN = 100_000;
    private static final int MAX_PROCESSES = 50;
    private static final Duration RELEASE = Duration.ofSeconds(3);
    private static final Duration HANDOVER = Duration.ofSeconds(1);

    /** Where there is one: it gives a program in C a standard output without a buffer. */
    private static final List<String> UNBUFFERED = isOnPath("stdbuf") ? List.of("stdbuf", "-o0") : List.of();
    private static final List<String> SHELL = File.separatorChar == '\\' ? List.of("cmd", "/c") : List.of("sh", "-c");

    /** The environment variable by which all that an answer starts is known. */
    private static final String MARK = "SOCKET_COURSE_ANSWER";

    private static final Map<Process, Answer> RUNNING = new ConcurrentHashMap<>();

    /** Held by who starts an answer. */
    private static final Lock STARTING = new ReentrantLock();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Answer::killAll));
    }

    private final String program;
    private final String command;
    private final int chapterPort;
    private final Duration quiet;
    private final Duration work;
    private final String mark = UUID.randomUUID().toString();
    private boolean portWasUsed;
    private boolean portWasHeld;
    private volatile String fault;

    /**
     * An answer.
     *
     * @param program     the ID of the program in whose place it runs
     * @param command     the command line, with {@code {host}} and {@code {port}} in it or without
     * @param chapterPort the port that it uses if it has no {@code {port}}
     * @param quiet       how long it may do nothing while something is waited for
     * @param work        how much processor time it may use for one thing; some are compiled first
     */
    Answer(String program, String command, int chapterPort, Duration quiet, Duration work) {
        this.program = program;
        this.command = command;
        this.chapterPort = chapterPort;
        this.quiet = quiet;
        this.work = work;
    }

    @Override
    public String label() {
        return program;
    }

    String command() {
        return command;
    }

    /** How long it may do nothing while something is waited for. */
    Duration quiet() {
        return quiet;
    }

    /** How much processor time it may use for one thing. */
    Duration work() {
        return work;
    }

    /**
     * The port for its next start: a free one, or the chapter's if the command has no place for another.
     *
     * @throws NotGraded if that one is taken
     */
    @Override
    public int port() {
        if (command.contains("{port}")) {
            return Ports.free();
        }
        // Who was killed a moment ago, perhaps by another run that graded on it, may not be gone yet.
        var deadline = System.nanoTime() + (portWasUsed ? RELEASE : HANDOVER).toNanos();
        while (SocketTable.isOpen(chapterPort)) {
            if (System.nanoTime() > deadline) {
                throw new NotGraded("Le port %d est pris par un autre programme : arrêtez-le et réessayez."
                        .formatted(chapterPort));
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        portWasUsed = true;
        var cleared = System.nanoTime() + RELEASE.toNanos();
        portWasHeld = !SocketTable.isFree(chapterPort);
        while (portWasHeld && System.nanoTime() < cleared) {
            TimeWait.clear(chapterPort);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            portWasHeld = !SocketTable.isFree(chapterPort);
        }
        return chapterPort;
    }

    /** Tells whether its port could not be freed before its last start. */
    boolean portWasHeld() {
        return portWasHeld;
    }

    /** Starts it on a port, in the folder in which Maven was called; the properties are for ours only. */
    @Override
    public Process start(int port, String... properties) throws IOException {
        var words = new ArrayList<>(UNBUFFERED);
        words.addAll(SHELL);
        words.add(command.replace("{host}", "localhost").replace("{port}", Integer.toString(port)));
        var program = new ProcessBuilder(words).directory(FOLDER.toAbsolutePath().toFile());
        var environment = program.environment();
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("PYTHONUNBUFFERED", "1");
        environment.put("PYTHONIOENCODING", "utf-8");
        environment.put(MARK, mark);
        STARTING.lock();
        try {
            var process = program.start();
            RUNNING.put(process, this);
            return process;
        } finally {
            STARTING.unlock();
        }
    }

    @Override
    public OutputMatcher reading() {
        return LenientMatcher.OF_AN_ANSWER;
    }

    @Override
    public int screenSize() {
        return MAX_SCREEN;
    }

    @Override
    public boolean isGraded() {
        return true;
    }

    @Override
    public Stream<ProcessHandle> processes(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    /** Keeps an eye on a process of it, and ends it when it floods its screen or starts processes without end. */
    @Override
    public void watch(Process process, CapturedOutput screen) {
        var watch = new Thread(() -> {
            try {
                while (fault == null && !process.waitFor(200, TimeUnit.MILLISECONDS)) {
                    if (screen.isFull()) {
                        fault = "l'écran inondé : plus de " + MAX_SCREEN + " caractères";
                    } else if (process.descendants().count() > MAX_PROCESSES) {
                        fault = "plus de " + MAX_PROCESSES + " processus lancés";
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
        watch.start();
    }

    @Override
    public Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    /** Kills a process of it with all that this one started, even what has lost its parent. */
    @Override
    public void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        // Each round finds what the ones before have started meanwhile.
        while (ProcessHandle.allProcesses().filter(this::isMarked).peek(ProcessHandle::destroyForcibly).count() > 0) {
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
        process.destroyForcibly().onExit().join();
        RUNNING.remove(process);
    }

    /** Ctrl-C ends Maven, and must not leave an answer behind: the lock is kept, none starts any more. */
    private static void killAll() {
        STARTING.lock();
        RUNNING.forEach((process, answer) -> answer.kill(process));
    }

    /** A word of a command line, whatever is in it. */
    static String quoted(Path path) {
        return SHELL.get(0).equals("cmd") ? "\"" + path + "\"" : "'" + path.toString().replace("'", "'\\''") + "'";
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
