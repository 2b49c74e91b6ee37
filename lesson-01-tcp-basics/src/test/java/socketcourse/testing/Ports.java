package socketcourse.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The ports of this machine, as its own tables show them: to look there bothers no program and takes no port. */
public final class Ports {

    private static final List<Path> LINUX_TABLES = Stream.of("tcp", "tcp6", "udp", "udp6")
            .map(table -> Path.of("/proc/net", table)).filter(Files::isReadable).toList();
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(10_000, 30_000));

    private Ports() {
    }

    /**
     * A port that no socket uses, that no connection of late holds in TIME_WAIT, and that was not given before. It is
     * below the system's own ephemeral ports, so that no outgoing connection takes it first.
     */
    public static int free() {
        return IntStream.generate(NEXT::getAndIncrement).filter(Ports::isFree).findFirst().orElseThrow();
    }

    private static boolean isFree(int port) {
        return noRow(port, "%s .*", "%s\\s.*");
    }

    /** Tells whether a program listens on the TCP port, or is bound to the UDP port. */
    static boolean isOpen(int port) {
        // Such a socket has no peer; on Linux its state is 0A (LISTEN) or 07 (UDP).
        return !noRow(port, "%s 0+:0000 (0A|07) .*", "%s\\s+(\\*[.:]\\*|0\\.0\\.0\\.0:[0*]|\\[?::]?:[0*])(\\s.*)?");
    }

    /** Tells whether no socket is like that; %s stands for the start of a row up to the socket's own port. */
    private static boolean noRow(int port, String onLinux, String elsewhere) {
        Predicate<String> isRow = Pattern.compile(LINUX_TABLES.isEmpty()
                ? elsewhere.formatted("\\s*(?i:tcp|udp)\\S*\\s.*[.:]" + port)
                : onLinux.formatted("\\s*\\d+: [0-9A-F]+:%04X".formatted(port))).asMatchPredicate();
        try {
            if (LINUX_TABLES.isEmpty()) {
                var netstat = new ProcessBuilder("netstat", "-an").start();
                var table = new String(netstat.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
                return table.lines().noneMatch(isRow);
            }
            for (var table : LINUX_TABLES) {
                if (Files.readString(table).lines().anyMatch(isRow)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
