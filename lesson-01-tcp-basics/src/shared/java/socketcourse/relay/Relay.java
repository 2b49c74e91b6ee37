package socketcourse.relay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import socketcourse.start.ExplainedException;

/**
 * "Sur le fil": stands between clients and a server, in TCP and in UDP, passes on what they say, and shows it. It
 * listens on {@code -Drelay}, cuts with {@code -Dcut} and {@code -Dpause}, and loses with {@code -Dlose}.
 */
public final class Relay {

    private static final int MAX_PORT = 65_535;

    /** Shows what belongs together at once, so that the lines of several clients do not mix. */
    private static final Consumer<String> SCREEN = System.out::println;

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var lessonPort = Integer.getInteger("lesson.port");
        var address = InetAddress.getByName(host);
        // A server that listens on all addresses has this one, too.
        var server = new InetSocketAddress(address.isAnyLocalAddress() ? InetAddress.getByName("localhost") : address,
                number("port", lessonPort, 1, MAX_PORT));
        var wire = new InetSocketAddress("localhost", number("relay", lessonPort - 1, 0, MAX_PORT));
        var cut = number("cut", TcpRelay.LARGEST_READ, 1, Integer.MAX_VALUE);
        var pause = number("pause", System.getProperty("cut") == null ? 0 : 50, 0, Integer.MAX_VALUE);
        var lose = number("lose", 0, 1, Integer.MAX_VALUE);
        var tcpRelay = new TcpRelay(Math.min(cut, TcpRelay.LARGEST_READ), pause);

        if (wire.equals(server)) {
            throw new ExplainedException(("Le fil et le serveur ont la même adresse, localhost:%d. Choisissez un autre "
                    + "port pour le fil avec -Drelay.").formatted(wire.getPort()));
        }

        try (var port = PortPair.open(wire)) {
            SCREEN.accept("Relais : localhost:%d → %s:%d".formatted(port.number(), host, server.getPort()));
            new Thread(new UdpRelay(port.udp(), server, lose, SCREEN)::carry).start();
            while (true) {
                var client = port.tcp().accept();
                new Thread(() -> carry(client, server, tcpRelay)).start();
            }
        }
    }

    /** Carries one connection, from its beginning to its end. */
    private static void carry(Socket client, InetSocketAddress address, TcpRelay relay) {
        var clientAddress = (InetSocketAddress) client.getRemoteSocketAddress();
        var toServer = Direction.toServer(clientAddress, SCREEN);
        var isWebSocket = new AtomicBoolean();
        toServer.show("connexion");
        var server = new Socket();
        try {
            server.connect(address);
        } catch (IOException e) {
            toServer.show("impossible : %s:%d (%s)".formatted(address.getHostString(), address.getPort(), e));
            TcpRelay.reset(client);
            return;
        }
        try (client; server) {
            relay.carry(client, new StreamPrinter(toServer, isWebSocket),
                    server, new StreamPrinter(Direction.toClient(clientAddress, SCREEN), isWebSocket));
        } catch (IOException | InterruptedException e) {
            toServer.show("interrompu (%s)".formatted(e));
        }
    }

    private static int number(String property, int fallback, int least, int most) throws ExplainedException {
        var value = System.getProperty(property);
        if (value == null) {
            return fallback;
        }
        try {
            var number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Neither is this.
        }
        throw new ExplainedException("Propriété invalide : -D%s=%s. Il faut un nombre de %d à %d."
                .formatted(property, value, least, most));
    }
}
