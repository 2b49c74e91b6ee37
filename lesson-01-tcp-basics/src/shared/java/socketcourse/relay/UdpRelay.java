package socketcourse.relay;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Carries datagrams between clients and a server, and shows them. The server answers the sender of a datagram, so the
 * relay has one socket for each client, which represents that client to the server.
 */
final class UdpRelay {

    private static final int LARGEST_DATAGRAM = 65_535;
    private static final int MAX_CLIENTS = 256;

    private final DatagramSocket socket;
    private final InetSocketAddress server;
    private final int lose;
    private final Consumer<String> screen;
    private final AtomicInteger count = new AtomicInteger();

    /** The sockets of the clients. UDP clients never disconnect, so the least recently used socket is closed. */
    private final Map<SocketAddress, DatagramSocket> clients = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SocketAddress, DatagramSocket> eldest) {
            if (size() > MAX_CLIENTS) {
                eldest.getValue().close();
            }
            return size() > MAX_CLIENTS;
        }
    };

    /**
     * Creates a relay.
     *
     * @param socket the socket to which the clients send
     * @param lose   n to drop every nth datagram, counted over both directions; 0 to drop none
     * @param screen prints the lines of one event in one call
     */
    UdpRelay(DatagramSocket socket, InetSocketAddress server, int lose, Consumer<String> screen) {
        this.socket = socket;
        this.server = server;
        this.lose = lose;
        this.screen = screen;
    }

    /** Carries the datagrams of the clients until the socket is closed. */
    void carry() {
        while (!socket.isClosed()) {
            try {
                carry(receive(socket));
            } catch (IOException e) {
                // The socket is closed.
            }
        }
    }

    private void carry(DatagramPacket datagram) {
        var client = (InetSocketAddress) datagram.getSocketAddress();
        var direction = Direction.toServer(client, screen);
        try {
            var toServer = clients.get(client);
            if (toServer == null) {
                toServer = new DatagramSocket();
                clients.put(client, toServer);
                toServer.connect(server);
                var answers = toServer;
                new Thread(() -> carryAnswers(answers, client)).start();
            }
            datagram.setSocketAddress(server);
            pass(datagram, toServer, direction);
        } catch (PortUnreachableException e) {
            // The thread that receives the answers reports it.
        } catch (IOException e) {
            direction.show("impossible : %s:%s (%s)".formatted(server.getHostString(), server.getPort(), e));
            var toServer = clients.remove(client);
            if (toServer != null) {
                toServer.close();
            }
        }
    }

    private void carryAnswers(DatagramSocket fromServer, InetSocketAddress client) {
        var direction = Direction.toClient(client, screen);
        while (!fromServer.isClosed()) {
            try {
                var datagram = receive(fromServer);
                datagram.setSocketAddress(client);
                pass(datagram, socket, direction);
            } catch (PortUnreachableException e) {
                direction.show("personne n'écoute à %s:%s (%s)".formatted(server.getHostString(), server.getPort(), e));
            } catch (IOException e) {
                // The socket of this client is closed.
            }
        }
    }

    private static DatagramPacket receive(DatagramSocket from) throws IOException {
        var datagram = new DatagramPacket(new byte[LARGEST_DATAGRAM], LARGEST_DATAGRAM);
        from.receive(datagram);
        return datagram;
    }

    private void pass(DatagramPacket datagram, DatagramSocket to, Direction direction) throws IOException {
        var isLost = lose > 0 && count.incrementAndGet() % lose == 0;
        var excerpt = Excerpt.of(datagram.getData(), 0, datagram.getLength());
        direction.show("datagramme, " + excerpt.size() + (isLost ? ", perdu" : ""), excerpt.text(), excerpt.hex());
        if (isLost) {
            return;
        }
        try {
            to.send(datagram);
        } catch (PortUnreachableException e) {
            // The ICMP error belongs to an earlier datagram; send this one again.
            to.send(datagram);
        }
    }
}
