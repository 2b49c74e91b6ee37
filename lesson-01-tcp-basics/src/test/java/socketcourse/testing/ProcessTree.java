package socketcourse.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** A process with all that it has started. */
record ProcessTree(Process root) {

    private static final boolean IS_LINUX = Files.isReadable(Path.of("/proc/self/fd"));

    Stream<ProcessHandle> processes() {
        return Stream.concat(Stream.of(root.toHandle()), root.descendants());
    }

    /** The time for which processors have worked for those of it that still run. */
    Duration processorTime() {
        return processes().map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Tells whether it may have a socket: a look that is a hundred times cheaper than one at all the ports. */
    boolean mayHaveSocket() {
        return !IS_LINUX || processes().anyMatch(ProcessTree::hasSocket);
    }

    private static boolean hasSocket(ProcessHandle process) {
        try (var descriptors = Files.newDirectoryStream(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            for (var descriptor : descriptors) {
                if (isSocket(descriptor)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
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
