package socketcourse.testing.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Ports for tests. Runs on the same machine at the same time never share one. */
public final class Ports {

    /**
     * Below the system's ephemeral ports, so that no outgoing connection takes one; above 10080, the highest port that
     * browsers refuse (Fetch standard, port blocking).
     */
    private static final int FIRST = 10_200;
    private static final int LAST = 32_000;
    private static final int BLOCK = 200;

    /** Bound until this run ends: each reserves the block of ports above it. */
    private static final List<ServerSocket> RESERVATIONS = new ArrayList<>();
    private static final Queue<Integer> FREE = new ArrayDeque<>();

    private Ports() {
    }

    /** Returns a port that no socket has, not even one in TIME_WAIT, and that was not returned before. */
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
        var rows = SocketTable.rows().toList();
        IntStream.range(block + 1, block + BLOCK).filter(port -> SocketTable.isFree(port, rows)).forEach(FREE::add);
    }
}
