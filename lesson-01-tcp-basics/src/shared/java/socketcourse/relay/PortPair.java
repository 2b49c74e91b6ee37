package socketcourse.relay;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import socketcourse.start.ExplainedException;

/**
 * One port number in TCP and in UDP.
 *
 * @param tcp the socket to which TCP clients connect
 * @param udp the socket to which UDP clients send
 */
record PortPair(ServerSocket tcp, DatagramSocket udp) implements Closeable {

    /**
     * Binds both sockets.
     *
     * @param host the address or name to listen on
     * @param port the port; 0 lets the system choose one that is free in TCP and UDP
     * @throws ExplainedException if the address cannot be bound
     */
    static PortPair open(String host, int port) throws IOException {
        while (true) {
            var tcp = new ServerSocket();
            try {
                tcp.bind(new InetSocketAddress(host, port));
                return new PortPair(tcp, new DatagramSocket(tcp.getLocalSocketAddress()));
            } catch (SocketException e) {
                tcp.close();
                // If the system chose a port that is free in TCP only, let it choose again.
                if (port != 0 || !tcp.isBound()) {
                    throw new ExplainedException(("Le relais ne peut pas écouter sur %s:%s (%s). Donnez-lui une "
                            + "adresse de cette machine (-Dlisten) et un port libre, à partir de 1024 (-Drelay).")
                            .formatted(host, port, e));
                }
            }
        }
    }

    int number() {
        return tcp.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        tcp.close();
        udp.close();
    }
}
