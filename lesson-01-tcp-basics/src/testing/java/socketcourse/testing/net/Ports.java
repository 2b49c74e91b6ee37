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

/** Ports for tests, so that no two runs at the same time share one. */
public final class Ports {

    /**
     * Below the system's own ephemeral ports, so that no outgoing connection takes one of them first; above 10080, with
     * which a browser speaks to nobody (Fetch standard, port blocking).
     */
    private static final int FIRST = 10_200;
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
        var rows = SocketTable.rows().toList();
        IntStream.range(block + 1, block + BLOCK).filter(port -> SocketTable.isFree(port, rows)).forEach(FREE::add);
    }
}
