package socketcourse.testing.net;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.Socket;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Counts TCP segments, where the command {@code ss} of Linux does (tcp_info). */
public final class Segments {

    private static final Pattern WITH_DATA = Pattern.compile("data_segs_in:(\\d+)");

    private Segments() {
    }

    /** Returns the number of segments with data that a socket has received, if the system tells. */
    public static OptionalLong received(Socket socket) {
        try {
            var ss = new ProcessBuilder("ss", "-tinH", "sport = :" + socket.getLocalPort(),
                    "dport = :" + socket.getPort()).start();
            var count = WITH_DATA.matcher(new String(ss.getInputStream().readAllBytes(), US_ASCII));
            return count.find() ? OptionalLong.of(Long.parseLong(count.group(1))) : OptionalLong.empty();
        } catch (IOException e) {
            // There is no such command.
            return OptionalLong.empty();
        }
    }
}
