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
        var row = Pattern.compile(LINUX_TABLES.isEmpty() ? "(?i:tcp|udp)\\S*\\s.*[.:]%d\\s.*".formatted(port)
                : "\\w+ \\d+: [0-9A-F]+:%04X .*".formatted(port));
        return rows.stream().noneMatch(row.asMatchPredicate());
    }

    /** Returns whether a program listens on the TCP port or is bound to the UDP port. */
    public static boolean isOpen(int port) {
        return listeners().anyMatch(listener -> listener.port() == port);
    }

    /** Returns the sockets without a peer: those that listen, and those of UDP. */
    public static Stream<Listener> listeners() {
        return rows().flatMap(row -> Listener.of(row, !LINUX_TABLES.isEmpty()).stream());
    }

    /** Returns a row for each socket and each connection in TIME_WAIT, protocol first; the tables are read lazily. */
    static Stream<String> rows() {
        return LINUX_TABLES.isEmpty() ? netstat() : LINUX_TABLES.stream().flatMap(SocketTable::rows);
    }

    private static Stream<String> rows(Path table) {
        try {
            return Files.readAllLines(table, StandardCharsets.ISO_8859_1).stream()
                    .map(row -> table.getFileName() + " " + row.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> netstat() {
        try {
            var netstat = new ProcessBuilder("netstat", "-an").start();
            return new String(netstat.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1).lines()
                    .map(String::strip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
