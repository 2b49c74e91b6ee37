package socketcourse.relay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import socketcourse.start.ExplainedException;
import socketcourse.start.NumberOption;

/**
 * « Le relais »: a TCP and UDP proxy between clients and a server that shows the traffic. It listens on
 * {@code -Dlisten} and {@code -Drelay}, forwards TCP in pieces with {@code -Dcut} and {@code -Dpause}, and drops
 * datagrams with {@code -Dlose}.
 */
public final class Relay {

    private static final int CUT_PAUSE_MILLIS = 50;

    /** Prints the lines of one event in one call, so that the lines of several clients do not mix. */
    private static final Consumer<String> SCREEN = System.out::println;

    public static void main(String[] args) throws IOException {
        var lessonPort = Integer.getInteger("lesson.port");
        var host = System.getProperty("host", "localhost");
        var listen = System.getProperty("listen", "localhost");
        var port = NumberOption.RELAY.value(lessonPort - 1);
        var isCut = System.getProperty("cut") != null;
        var pieceSize = Math.min(NumberOption.CUT.value(TcpRelay.LARGEST_READ), TcpRelay.LARGEST_READ);
        var tcpRelay = new TcpRelay(pieceSize, NumberOption.PAUSE.value(isCut ? CUT_PAUSE_MILLIS : 0));
        var lose = NumberOption.LOSE.value(0);

        var address = InetAddress.getByName(host);
        // A server that listens on all addresses can be reached at localhost.
        var server = new InetSocketAddress(address.isAnyLocalAddress() ? InetAddress.getByName("localhost") : address,
                NumberOption.PORT.value(lessonPort));
        if (port == server.getPort() && NetworkInterface.getByInetAddress(server.getAddress()) != null) {
            throw new ExplainedException(("Le relais et le serveur ont le même port sur la même machine, %s:%s. "
                    + "Donnez un autre port au relais avec -Drelay.").formatted(server.getHostString(), port));
        }

        try (var ports = PortPair.open(listen, port)) {
            SCREEN.accept("Relais : %s:%s → %s:%s".formatted(listen, ports.number(), host, server.getPort()));
            new Thread(new UdpRelay(ports.udp(), server, lose, SCREEN)::carry).start();
            while (true) {
                var client = ports.tcp().accept();
                new Thread(() -> carry(client, server, tcpRelay)).start();
            }
        }
    }

    /** Connects to the server, and carries one connection until it ends. */
    private static void carry(Socket client, InetSocketAddress address, TcpRelay relay) {
        var clientAddress = (InetSocketAddress) client.getRemoteSocketAddress();
        var toServer = Direction.toServer(clientAddress, SCREEN);
        var isWebSocket = new AtomicBoolean();
        toServer.show("connexion");
        var server = new Socket();
        try {
            server.connect(address);
        } catch (IOException e) {
            toServer.show("impossible : %s:%s (%s)".formatted(address.getHostString(), address.getPort(), e));
            TcpRelay.reset(client);
            return;
        }
        try (client; server) {
            relay.carry(client, new StreamPrinter(toServer, isWebSocket),
                    server, new StreamPrinter(Direction.toClient(clientAddress, SCREEN), isWebSocket));
        } catch (IOException | InterruptedException e) {
            toServer.show("connexion interrompue (%s)".formatted(e));
        }
    }
}
