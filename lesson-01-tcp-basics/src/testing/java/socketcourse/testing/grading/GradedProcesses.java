package socketcourse.testing.grading;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import socketcourse.testing.process.ChildJvm;

/** The processes of graded programs. None outlives this JVM, not even one that has lost its parent (on Linux). */
final class GradedProcesses {

    /** The environment variable that identifies a program and all that it starts. */
    private static final String MARK = "SOCKET_COURSE_ANSWER";

    private static final Set<MarkedProcess> RUNNING = ConcurrentHashMap.newKeySet();

    /** Held while a program starts; the shutdown hook keeps it, so that no program starts any more. */
    private static final Lock STARTING = new ReentrantLock();

    private record MarkedProcess(Process process, String mark) {
    }

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(GradedProcesses::killAll));
    }

    private GradedProcesses() {
    }

    /** Starts a command line in the folder in which Maven was called. */
    static Process start(String commandLine) throws IOException {
        var builder = PseudoTerminal.builder(commandLine).directory(new File(System.getProperty("user.dir")));
        var mark = UUID.randomUUID().toString();
        var environment = builder.environment();
        ChildJvm.removeOptions(environment);
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("PYTHONIOENCODING", "utf-8");
        environment.put(MARK, mark);
        STARTING.lock();
        try {
            var process = builder.start();
            RUNNING.add(new MarkedProcess(process, mark));
            return process;
        } finally {
            STARTING.unlock();
        }
    }

    /** Kills a program and all that it has started. */
    static void kill(Process process) {
        RUNNING.stream().filter(running -> running.process == process).forEach(GradedProcesses::kill);
    }

    private static void kill(MarkedProcess running) {
        running.process.descendants().forEach(ProcessHandle::destroyForcibly);
        // Repeat, because a process may start another one meanwhile.
        while (ProcessHandle.allProcesses().filter(process -> hasMark(process, running.mark))
                .peek(ProcessHandle::destroyForcibly).count() > 0) {
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
        running.process.destroyForcibly().onExit().join();
        // Only now: if this JVM ends before, the shutdown hook must still find the program.
        RUNNING.remove(running);
    }

    private static void killAll() {
        STARTING.lock();
        RUNNING.forEach(GradedProcesses::kill);
    }

    private static boolean hasMark(ProcessHandle process, String mark) {
        try {
            var environment = Path.of("/proc", Long.toString(process.pid()), "environ");
            return Files.readString(environment, StandardCharsets.ISO_8859_1).contains(MARK + "=" + mark);
        } catch (IOException e) {
            // The process has ended or belongs to another user, or this system has no such file.
            return false;
        }
    }

    /** Returns a path as one word of a command line. */
    static String quoted(Path path) {
        return File.separatorChar == '\\' ? "\"" + path + "\"" : "'" + path.toString().replace("'", "'\\''") + "'";
    }
}
