package socketcourse.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The ports of this machine. */
public final class Ports {

    /** A socket of the kernel's tables that is bound to the port and has no peer: TCP in state LISTEN, UDP unconnected. */
    private static final String LINUX_ROW = "\\s*\\d+: [0-9A-F]+:%04X 0+:0000 (0A|07) .*";

    /** The same as netstat shows it elsewhere: local address and port, then a peer that can be anybody. */
    private static final String NETSTAT_ROW =
            "\\s*(?i:tcp|udp)\\S*\\s.*[.:]%d\\s+(\\*[.:]\\*|0\\.0\\.0\\.0:0|\\[::\\]:0)(\\s.*)?";

    private static final AtomicInteger NEXT = new AtomicInteger(ThreadLocalRandom.current().nextInt(10_000, 30_000));

    private Ports() {
    }

    /**
     * A port that nobody uses, that no connection of late still holds in TIME_WAIT, and that was not given before. It lies
     * below the system's own ephemeral ports, so that no outgoing connection takes it before the program does.
     */
    public static int free() {
        return IntStream.generate(NEXT::getAndIncrement).filter(Ports::isFree).findFirst().orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(false);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (BindException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells whether somebody listens on the TCP port or is bound to the UDP port, without bothering them. */
    static boolean isOpen(int port) {
        try {
            var kernel = List.of("tcp", "tcp6", "udp", "udp6").stream()
                    .map(table -> Path.of("/proc/net", table)).filter(Files::isReadable).toList();
            if (kernel.isEmpty()) {
                var netstat = new ProcessBuilder("netstat", "-an").start();
                return hasRow(new String(netstat.getInputStream().readAllBytes(), US_ASCII), NETSTAT_ROW, port);
            }
            for (var table : kernel) {
                if (hasRow(Files.readString(table), LINUX_ROW, port)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasRow(String table, String row, int port) {
        var pattern = Pattern.compile(row.formatted(port));
        return table.lines().anyMatch(line -> pattern.matcher(line).matches());
    }
}
