package socketcourse.testing.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A process and its descendants that still run. Linux answers every question (proc(5)); other systems know only the
 * processor time.
 *
 * @param root the process that was started
 */
record ProcessTree(ProcessHandle root) {

    private static final boolean IS_LINUX = Files.isReadable(Path.of("/proc/self/fd"));

    private Stream<ProcessHandle> processes() {
        return Stream.concat(Stream.of(root), root.descendants());
    }

    /** Returns the processor time of the processes that still run. */
    Duration processorTime() {
        return processes().map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Returns whether a thread runs, or waits for a processor or a disk; false where the system does not tell. */
    boolean isRunnable() {
        // The state follows the name, which is in parentheses and may contain some itself.
        return IS_LINUX && processes().anyMatch(process -> anyEntry(process, "task",
                thread -> read(thread.resolve("stat")).matches("(?s).*\\) [RD] .*?")));
    }

    /** Returns whether a process may have a socket: this costs far less than a look at all sockets of the machine. */
    boolean mayHaveSocket() {
        return !IS_LINUX || processes().anyMatch(process -> anyEntry(process, "fd",
                descriptor -> target(descriptor).startsWith("socket:")));
    }

    /** Returns whether a socket belongs to a process; true where the system does not tell. */
    boolean hasSocket(String inode) {
        return !IS_LINUX || processes().anyMatch(process -> anyEntry(process, "fd",
                descriptor -> target(descriptor).equals("socket:[" + inode + "]")));
    }

    private static boolean anyEntry(ProcessHandle process, String folder, Predicate<Path> condition) {
        try (var entries = Files.newDirectoryStream(Path.of("/proc", Long.toString(process.pid()), folder))) {
            for (var entry : entries) {
                if (condition.test(entry)) {
                    return true;
                }
            }
            return false;
        } catch (IOException | DirectoryIteratorException e) {
            // The process has ended.
            return false;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException e) {
            // The thread has ended.
            return "";
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            // The descriptor was closed meanwhile.
            return "";
        }
    }
}
