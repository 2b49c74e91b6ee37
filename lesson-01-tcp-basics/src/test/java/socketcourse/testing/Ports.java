package socketcourse.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
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

    /** Tells whether no socket has the port, not even one in TIME_WAIT. */
    public static boolean isFree(int port) {
        return noRow("[0-9A-F]+:%04X .*".formatted(port), ".*[.:]%d\\s.*".formatted(port));
    }

    /**
     * Takes what is in TIME_WAIT off a port where nobody listens, so that a script without SO_REUSEADDR can start again
     * there at once; while both ends of a connection are in TIME_WAIT, that takes 1 s and more than one attempt. Does
     * nothing on systems without Linux's tables.
     */
    public static void clear(int port) {
        var row = Pattern.compile("(?m)^ *\\d+: [0-9A-F]*0100007F:%04X [0-9A-F]*0100007F:([0-9A-F]{4}) 06 "
                .formatted(port));
        try {
            for (var table : LINUX_TABLES) {
                for (var waiting : row.matcher(Files.readString(table)).results().toList()) {
                    endTimeWait(port, Integer.parseInt(waiting.group(1), 16));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The peer comes back from its own port with a SYN, gets the last ACK of the old connection once more, and answers
     * with the RST that ends it: the TIME-WAIT assassination of RFC 1337, section 2, here for a good cause.
     */
    private static void endTimeWait(int port, int peerPort) {
        try (var peer = new Socket()) {
            peer.setReuseAddress(true);
            peer.bind(new InetSocketAddress("127.0.0.1", peerPort));
            peer.connect(new InetSocketAddress("127.0.0.1", port), 1000);
        } catch (IOException e) {
            // Refused, as nobody listens there. If the port is not free now, whoever needs it will say so.
        }
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
        return !noRow("%s:%04X 0+:0000 (0A|07) .*".formatted(addressOnLinux, port),
                "%s[.:]%d\\s+(\\*[.:]\\*|0\\.0\\.0\\.0:[0*]|\\[?::]?:[0*])(\\s.*)?".formatted(addressElsewhere, port));
    }

    /** Tells whether no socket is like that. */
    private static boolean noRow(String onLinux, String elsewhere) {
        Predicate<String> isRow = Pattern.compile(LINUX_TABLES.isEmpty()
                ? "\\s*(?i:tcp|udp)\\S*\\s" + elsewhere
                : "\\s*\\d+: " + onLinux).asMatchPredicate();
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
