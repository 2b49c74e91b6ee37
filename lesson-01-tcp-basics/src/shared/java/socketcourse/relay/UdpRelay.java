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
 * Carries datagrams between clients and a server, and shows them. The server answers to whom a datagram came from, so
 * each client has a socket of its own here that it is for the server.
 */
final class UdpRelay {

    private static final int LARGEST_DATAGRAM = 65_535;
    private static final int MOST_CLIENTS = 256;

    private final DatagramSocket socket;
    private final InetSocketAddress server;
    private final int lose;
    private final Consumer<String> screen;
    private final AtomicInteger count = new AtomicInteger();

    /** The sockets of the clients. None of them says that it goes: who was silent for longest is forgotten. */
    private final Map<SocketAddress, DatagramSocket> clients = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SocketAddress, DatagramSocket> eldest) {
            if (size() > MOST_CLIENTS) {
                eldest.getValue().close();
            }
            return size() > MOST_CLIENTS;
        }
    };

    /**
     * A relay.
     *
     * @param socket where the clients send to
     * @param lose   every so many datagrams, in whatever direction, one is lost; 0 for none
     * @param screen takes what is shown at once, one or several lines
     */
    UdpRelay(DatagramSocket socket, InetSocketAddress server, int lose, Consumer<String> screen) {
        this.socket = socket;
        this.server = server;
        this.lose = lose;
        this.screen = screen;
    }

    /** Carries what clients send, until the socket is closed. */
    void carry() {
        while (!socket.isClosed()) {
            try {
                carry(receive(socket));
            } catch (IOException e) {
                // It is closed.
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
            // The thread that waits for the answers says so.
        } catch (IOException e) {
            direction.show("impossible : %s:%d (%s)".formatted(server.getHostString(), server.getPort(), e));
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
                direction.show("personne n'écoute à %s:%d (%s)".formatted(server.getHostString(), server.getPort(), e));
            } catch (IOException e) {
                // The client is forgotten.
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
            // Said of an earlier datagram: this one has not left yet.
            to.send(datagram);
        }
    }
}
