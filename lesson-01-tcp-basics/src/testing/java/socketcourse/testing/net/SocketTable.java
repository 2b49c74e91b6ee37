package socketcourse.testing.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sockets of this machine in the system's own tables: a look there disturbs no program and takes no port. */
public final class SocketTable {

    /** The short tables first, then that of Java's sockets, and last the one that takes the kernel longest. */
    private static final List<Path> LINUX_TABLES = Stream.of("udp6", "udp", "tcp6", "tcp")
            .map(table -> Path.of("/proc/net", table)).filter(Files::isReadable).toList();

    private SocketTable() {
    }

    /** Returns whether no socket has the port, not even one in TIME_WAIT. */
    public static boolean isFree(int port) {
        return isFree(port, rows().toList());
    }

    /** Returns whether no socket in these rows has the port. */
    static boolean isFree(int port, List<String> rows) {
        return noRow(rows.stream(), "[0-9A-F]+:%04X .*".formatted(port), ".*[.:]%d\\s.*".formatted(port));
    }

    /** Returns whether a program listens on the TCP port or is bound to the UDP port. */
    public static boolean isOpen(int port) {
        return isOpen(port, "[0-9A-F]+", ".*");
    }

    /** Returns whether a program does so on every address of this machine. */
    public static boolean isOpenToOthers(int port) {
        return isOpen(port, "0+", "(.*\\s)?(\\*|0\\.0\\.0\\.0|\\[?::\\]?)");
    }

    private static boolean isOpen(int port, String addressOnLinux, String addressElsewhere) {
        // Such a socket has no peer; on Linux its state is 0A (LISTEN) or 07 (UDP).
        return !noRow(rows(), "%s:%04X 0+:0000 (0A|07) .*".formatted(addressOnLinux, port),
                "%s[.:]%d\\s+(\\*[.:]\\*|0\\.0\\.0\\.0:[0*]|\\[?::]?:[0*])(\\s.*)?".formatted(addressElsewhere, port));
    }

    private static boolean noRow(Stream<String> rows, String onLinux, String elsewhere) {
        return rows.noneMatch(Pattern.compile(LINUX_TABLES.isEmpty()
                ? "\\s*(?i:tcp|udp)\\S*\\s" + elsewhere
                : "\\s*\\d+: " + onLinux).asMatchPredicate());
    }

    /** Returns a row for each socket and each connection in TIME_WAIT; the tables are read lazily. */
    static Stream<String> rows() {
        return LINUX_TABLES.isEmpty() ? netstat() : LINUX_TABLES.stream().flatMap(SocketTable::rows);
    }

    private static Stream<String> rows(Path table) {
        try {
            return Files.readAllLines(table, StandardCharsets.ISO_8859_1).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> netstat() {
        try {
            var netstat = new ProcessBuilder("netstat", "-an").start();
            return new String(netstat.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
