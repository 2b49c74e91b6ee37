package socketcourse.websockets;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The line on stderr that names the address at which other machines reach a server. */
final class Invitation {

    /** The names of interfaces of containers, virtual machines and tunnels, on Linux, macOS and Windows. */
    private static final Pattern VIRTUAL = Pattern.compile("(?i)^(br-|bridge|cni|docker|lxc|podman|tap|tun|utun|veth|"
            + "virbr|vmnet|wg|zt)|hyper-v|tailscale|vbox|virtual|vmware|wsl");

    /** An address of this machine, and the name of its network interface. */
    record Address(String network, InetAddress address) {

        private boolean isReal() {
            return address.isSiteLocalAddress() && !VIRTUAL.matcher(network).find();
        }

        private String text() {
            return address.getHostAddress();
        }
    }

    private Invitation() {
    }

    /**
     * Returns the line for a server; {@code -Daddress} overrides the address.
     *
     * @param bound the address on which the server listens
     * @param page  returns the address of the server's page at a host
     */
    static String line(InetAddress bound, UnaryOperator<String> page) throws IOException {
        var given = System.getProperty("address", bound.isAnyLocalAddress() ? "" : bound.getHostAddress());
        return given.isEmpty() ? line(addresses(), page) : line(given, page);
    }

    /** Returns the line for the first site-local address of a real interface; it lists the others. */
    static String line(List<Address> addresses, UnaryOperator<String> page) {
        var chosen = addresses.stream().filter(Address::isReal).map(Address::text).findFirst();
        var others = addresses.stream().map(Address::text).filter(address -> !address.equals(chosen.orElse("")))
                .collect(joining(", "));
        var hint = others.isEmpty() ? "" : " Autres adresses de cette machine : %s (-Daddress).".formatted(others);
        return chosen.map(address -> line(address, page)).orElseGet(() -> ("Pas d'adresse sur un réseau local pour les "
                + "autres machines (-Daddress en donne une). Sur celle-ci : %s.").formatted(page.apply("localhost")))
                + hint;
    }

    private static String line(String address, UnaryOperator<String> page) {
        return "Pour les autres machines : %s ou -Dhost=%s.".formatted(page.apply(address), address);
    }

    private static List<Address> addresses() throws IOException {
        var addresses = new ArrayList<Address>();
        for (var network : NetworkInterface.networkInterfaces().toList()) {
            if (network.isUp()) {
                network.inetAddresses().filter(address -> address instanceof Inet4Address)
                        .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                        .map(address -> new Address(network.getDisplayName(), address)).forEach(addresses::add);
            }
        }
        return addresses;
    }
}
