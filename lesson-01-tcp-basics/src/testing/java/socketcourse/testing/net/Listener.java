package socketcourse.testing.net;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A TCP socket that listens, or a bound UDP socket.
 *
 * @param isTcp   whether it is a TCP socket
 * @param address the address to which it is bound
 * @param port    its port
 * @param inode   its number in {@code /proc/PID/fd}; empty where the system has no such folder
 */
public record Listener(boolean isTcp, InetAddress address, int port, String inode) {

    /** Its state is 0A (LISTEN) or 07 (UDP), and it has no peer (proc(5)). */
    private static final Pattern ON_LINUX = Pattern.compile(
            "(tcp|udp)6? \\d+: ([0-9A-F]+):([0-9A-F]{4}) 0+:0000 (?:0A|07)(?:\\s+\\S+){5}\\s+(\\d+).*");
    private static final Pattern IN_NETSTAT = Pattern.compile("(?i)(tcp|udp)\\S*(?:\\s+\\d+)*\\s+(\\S+)[.:](\\d+)\\s+"
            + "(?:\\*[.:]\\*|0\\.0\\.0\\.0:[0*]|\\[?::]?:[0*])(?:\\s.*)?");

    /** Returns the socket of a row of a {@link SocketTable}, if it has no peer. */
    static Optional<Listener> of(String row, boolean isOnLinux) {
        var fields = (isOnLinux ? ON_LINUX : IN_NETSTAT).matcher(row);
        if (!fields.matches()) {
            return Optional.empty();
        }
        try {
            var isTcp = fields.group(1).equalsIgnoreCase("tcp");
            return Optional.of(isOnLinux
                    ? new Listener(isTcp, hexadecimal(fields.group(2)), Integer.parseInt(fields.group(3), 16),
                            fields.group(4))
                    : new Listener(isTcp, literal(fields.group(2)), Integer.parseInt(fields.group(3)), ""));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(row, e);
        }
    }

    /** The kernel writes an address as numbers of 32 bits, whose bytes are in the order of the processor. */
    private static InetAddress hexadecimal(String digits) throws UnknownHostException {
        var address = ByteBuffer.allocate(digits.length() / 2);
        for (var i = 0; i < digits.length(); i += 8) {
            var number = new BigInteger(digits.substring(i, i + 8), 16).intValue();
            address.putInt(ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? number : Integer.reverseBytes(number));
        }
        return InetAddress.getByAddress(address.array());
    }

    private static InetAddress literal(String address) throws UnknownHostException {
        return InetAddress.getByName(address.equals("*") ? "0.0.0.0" : address.replaceAll("[\\[\\]]|%.*", ""));
    }

    /** Returns whether other machines can connect, too. */
    public boolean isOpenToOthers() {
        return address.isAnyLocalAddress();
    }

    /** Returns whether the chapter's client reaches it. */
    public boolean isOnLocalhost() {
        return isOpenToOthers() || address.getHostAddress().equals("127.0.0.1");
    }

    /** Returns the address in its usual notation. */
    public String host() {
        return address.getHostAddress().replace("0:0:0:0:0:0:0:1", "::1");
    }
}
