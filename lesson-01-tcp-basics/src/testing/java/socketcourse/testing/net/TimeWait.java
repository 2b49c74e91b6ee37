package socketcourse.testing.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the end that hung up first leaves on its port (RFC 9293, section 3.6), as Linux's tables show it: on other
 * systems, there is nothing here.
 */
public final class TimeWait {

    private TimeWait() {
    }

    /**
     * Takes what is in TIME_WAIT off a port where nobody listens, so that a script without SO_REUSEADDR can start again
     * there at once; while both ends of a connection are in TIME_WAIT, that takes 1 s and more than one attempt.
     */
    public static void clear(int port) {
        peersOf(port).forEach(peer -> end(port, peer));
    }

    /** The ports of the peers of those connections of a port that are in TIME_WAIT. */
    public static List<Integer> peersOf(int port) {
        var row = Pattern.compile("\\s*\\d+: [0-9A-F]*0100007F:%04X [0-9A-F]*0100007F:([0-9A-F]{4}) 06 .*"
                .formatted(port));
        return SocketTable.rows().map(row::matcher).filter(Matcher::matches)
                .map(peer -> Integer.parseInt(peer.group(1), 16)).toList();
    }

    /**
     * The peer comes back from its own port with a SYN, gets the last ACK of the old connection once more, and answers
     * with the RST that ends it: the TIME-WAIT assassination of RFC 1337, section 2, here for a good cause.
     */
    private static void end(int port, int peerPort) {
        try (var peer = new Socket()) {
            peer.setReuseAddress(true);
            peer.bind(new InetSocketAddress("127.0.0.1", peerPort));
            peer.connect(new InetSocketAddress("127.0.0.1", port), 1000);
        } catch (IOException e) {
            // Refused, as nobody listens there. If the port is not free now, whoever needs it will say so.
        }
    }
}
