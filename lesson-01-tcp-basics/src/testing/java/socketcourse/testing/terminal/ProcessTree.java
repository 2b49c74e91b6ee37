package socketcourse.testing.terminal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.partitioningBy;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A process with all that it has started and that still runs. */
record ProcessTree(Supplier<Stream<ProcessHandle>> processes) {

    private static final boolean IS_LINUX = Files.isReadable(Path.of("/proc/self/fd"));

    /** The call of a thread (proc(5)): on x86-64, 0 is read(2), and its file is 0, the keyboard. */
    private static final Predicate<String> READS_KEYBOARD = Pattern.compile("^0 0x0 ").asPredicate();

    /** The same of futex(2) without a time limit, and of wait4(2). */
    private static final Predicate<String> WAITS_FOR_ANOTHER =
            Pattern.compile("^(202 \\S+ \\S+ \\S+ 0x0 |61 )").asPredicate();

    /** Of signals, it handles only SIGINT, SIGCHLD and those of the C library (proc(5)): none is sent by a timer. */
    private static final Predicate<String> HANDLES_NO_TIMER =
            Pattern.compile("(?m)^SigCgt:\\s+[0-9a-f]{8}[08]00[01]000[02]$").asPredicate();

    /** The time for which processors have worked for those of it that still run. */
    Duration processorTime() {
        return processes.get().map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Tells whether a thread of it would run, were there a processor or a disk for it; where no one can tell, no. */
    boolean isHeldBack() {
        // proc(5): the state stands after the name, which is in parentheses and may have some itself.
        return threads().stream().anyMatch(thread -> read(thread, "stat").matches("(?s).*\\) [RD] .*?"));
    }

    /** Tells whether it waits for the keyboard only, and for no time or peer; where no one can tell, no. */
    boolean waitsForKeyboardOnly() {
        var threads = threads();
        var calls = threads.stream().map(thread -> read(thread, "syscall")).collect(partitioningBy(READS_KEYBOARD));
        return !calls.get(true).isEmpty() && calls.get(false).stream().allMatch(WAITS_FOR_ANOTHER)
                && threads.stream().map(thread -> read(thread, "status")).allMatch(HANDLES_NO_TIMER)
                // Who has made its connection its standard input (dup2(2)) waits for its peer.
                && threads.stream().noneMatch(thread -> isSocket(thread.resolve("fd/0")));
    }

    private List<Path> threads() {
        var threads = new ArrayList<Path>();
        if (IS_LINUX) {
            processes.get().forEach(process -> {
                try (var tasks = Files.newDirectoryStream(Path.of("/proc", Long.toString(process.pid()), "task"))) {
                    tasks.forEach(threads::add);
                } catch (IOException | DirectoryIteratorException e) {
                    // It has ended.
                }
            });
        }
        return threads;
    }

    private static String read(Path thread, String file) {
        try {
            return Files.readString(thread.resolve(file), ISO_8859_1);
        } catch (IOException e) {
            // It has ended, or does not let us look.
            return "";
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
