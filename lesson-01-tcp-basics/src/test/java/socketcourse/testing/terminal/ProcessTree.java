package socketcourse.testing.terminal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A process with all that it has started and that still runs. */
record ProcessTree(Supplier<Stream<ProcessHandle>> processes) {

    private static final boolean IS_LINUX = Files.isReadable(Path.of("/proc/self/fd"));

    /** The time for which processors have worked for those of it that still run. */
    Duration processorTime() {
        return processes.get().map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Tells whether a thread of it would run, were there a processor or a disk for it; where no one can tell, no. */
    boolean isHeldBack() {
        return IS_LINUX && processes.get().anyMatch(process -> {
            try (var threads = Files.newDirectoryStream(Path.of("/proc", Long.toString(process.pid()), "task"))) {
                for (var thread : threads) {
                    if (isThreadHeldBack(thread)) {
                        return true;
                    }
                }
                return false;
            } catch (IOException | DirectoryIteratorException e) {
                // It has ended.
                return false;
            }
        });
    }

    private static boolean isThreadHeldBack(Path thread) {
        try {
            // proc(5): the state stands after the name, which is in parentheses and may have some itself.
            return Files.readString(thread.resolve("stat"), ISO_8859_1).matches("(?s).*\\) [RD] .*?");
        } catch (IOException e) {
            // It has ended.
            return false;
        }
    }

    /** Tells whether it may have a socket: a look that is a hundred times cheaper than one at all the ports. */
    boolean mayHaveSocket() {
        return !IS_LINUX || processes.get().anyMatch(ProcessTree::hasSocket);
    }

    private static boolean hasSocket(ProcessHandle process) {
        try (var descriptors = Files.newDirectoryStream(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            for (var descriptor : descriptors) {
                if (isSocket(descriptor)) {
                    return true;
                }
            }
            return false;
        } catch (IOException | DirectoryIteratorException e) {
            // It has ended, or is another user's.
            return true;
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException e) {
            // Closed meanwhile.
            return false;
        }
    }
}
