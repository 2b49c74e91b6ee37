package socketcourse.websockets;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Whether the {@code Host} of a request is a name or an address of this machine. */
final class OwnHost implements Predicate<String> {

    private final List<String> names;
    private final Supplier<String> machineName;

    /**
     * Creates the predicate.
     *
     * @param names       the names that the server was given
     * @param machineName returns the host name; called only when needed, because a system may take seconds to find it
     */
    OwnHost(List<String> names, Supplier<String> machineName) {
        this.names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        this.machineName = machineName;
    }

    /** Returns the host name of this machine. */
    static String machineName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // The name has no address, so no page was reached by it.
            return "localhost";
        }
    }

    @Override
    public boolean test(String host) {
        var name = host.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
        return name.equals("localhost") || names.contains(name)
                || (isAddress(name) ? isOwnAddress(name) : isMachineName(name));
    }

    private static boolean isAddress(String name) {
        return name.matches("\\d+(\\.\\d+){3}|\\[[0-9a-f:.]+]");
    }

    private static boolean isOwnAddress(String name) {
        try {
            var address = InetAddress.getByName(name);
            return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException e) {
            return false;
        }
    }

    /** The host name may have a domain; on a local network, {@code .local} is one (RFC 6762). */
    private boolean isMachineName(String name) {
        var full = machineName.get().toLowerCase(Locale.ROOT);
        var first = full.replaceFirst("\\..*", "");
        return Stream.of(full, first, first + ".local").anyMatch(name::equals);
    }
}
