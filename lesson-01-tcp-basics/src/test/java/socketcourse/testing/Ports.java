package socketcourse.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The ports of this machine, as its own tables show them: to look there bothers no program and takes no port. */
public final class Ports {

    private static final List<Path> LINUX_TABLES = Stream.of("tcp", "tcp6", "udp", "udp6")
            .map(table -> Path.of("/proc/net", table)).filter(Files::isReadable).toList();

    /** Below the system's own ephemeral ports, so that no outgoing connection takes one of them first. */
    private static final int FIRST = 10_000;
    private static final int LAST = 32_000;
    private static final int BLOCK = 200;

    /** Bound to the end of this run: each reserves the block of ports above it, for this run and no other. */
    private static final List<ServerSocket> RESERVATIONS = new ArrayList<>();
    private static final Queue<Integer> FREE = new ArrayDeque<>();

    private Ports() {
    }

    /** A port that no socket has, not even one in TIME_WAIT, and that was given to nobody before. */
    public static synchronized int free() {
        while (FREE.isEmpty()) {
            reserve(ThreadLocalRandom.current().nextInt(FIRST / BLOCK, LAST / BLOCK) * BLOCK);
        }
        return FREE.remove();
    }

    private static void reserve(int block) {
        try {
            RESERVATIONS.add(new ServerSocket(block, 1, InetAddress.getLoopbackAddress()));
        } catch (IOException e) {
            // Another run has this block.
            return;
        }
        var rows = rows();
        IntStream.range(block + 1, block + BLOCK).filter(port -> isFree(port, rows)).forEach(FREE::add);
    }

    /** Tells whether no socket has the port, not even one in TIME_WAIT. */
    public static boolean isFree(int port) {
        return isFree(port, rows());
    }

    private static boolean isFree(int port, List<String> rows) {
        return noRow(rows, "[0-9A-F]+:%04X .*".formatted(port), ".*[.:]%d\\s.*".formatted(port));
    }

    /** Tells whether a program listens on the TCP port, or is bound to the UDP port. */
    static boolean isOpen(int port) {
        return isOpen(port, "[0-9A-F]+", ".*");
    }

    /** Tells whether a program does so on every address of this machine. */
    static boolean isOpenToOthers(int port) {
        return isOpen(port, "0+", "(.*\\s)?(\\*|0\\.0\\.0\\.0|\\[?::\\]?)");
    }

    private static boolean isOpen(int port, String addressOnLinux, String addressElsewhere) {
        // Such a socket has no peer; on Linux its state is 0A (LISTEN) or 07 (UDP).
        return !noRow(rows(), "%s:%04X 0+:0000 (0A|07) .*".formatted(addressOnLinux, port),
                "%s[.:]%d\\s+(\\*[.:]\\*|0\\.0\\.0\\.0:[0*]|\\[?::]?:[0*])(\\s.*)?".formatted(addressElsewhere, port));
    }

    /** Tells whether no socket is like that. */
    private static boolean noRow(List<String> rows, String onLinux, String elsewhere) {
        return rows.stream().noneMatch(Pattern.compile(LINUX_TABLES.isEmpty()
                ? "\\s*(?i:tcp|udp)\\S*\\s" + elsewhere
                : "\\s*\\d+: " + onLinux).asMatchPredicate());
    }

    /** Each socket of this machine, and each connection in TIME_WAIT. */
    static List<String> rows() {
        try {
            if (LINUX_TABLES.isEmpty()) {
                var netstat = new ProcessBuilder("netstat", "-an").start();
                var table = new String(netstat.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
                return table.lines().toList();
            }
            var rows = new ArrayList<String>();
            for (var table : LINUX_TABLES) {
                rows.addAll(Files.readAllLines(table, StandardCharsets.ISO_8859_1));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
