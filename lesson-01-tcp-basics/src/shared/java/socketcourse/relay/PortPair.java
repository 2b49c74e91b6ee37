package socketcourse.relay;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import socketcourse.start.ExplainedException;

/**
 * One port in TCP and in UDP.
 *
 * @param tcp where TCP clients connect
 * @param udp where UDP clients send
 */
record PortPair(ServerSocket tcp, DatagramSocket udp) implements Closeable {

    /**
     * Opens a port.
     *
     * @param address its address; the port 0 lets the system choose one that is free in both
     */
    static PortPair open(InetSocketAddress address) throws IOException {
        while (true) {
            var serverSocket = new ServerSocket();
            try {
                serverSocket.bind(address);
                return new PortPair(serverSocket, new DatagramSocket(serverSocket.getLocalSocketAddress()));
            } catch (BindException e) {
                serverSocket.close();
                if (address.getPort() != 0) {
                    throw new ExplainedException(("Adresse déjà utilisée ou interdite : localhost:%d (%s). Arrêtez le "
                            + "programme qui l'occupe, ou choisissez un autre port à partir de 1024 avec -Drelay.")
                            .formatted(address.getPort(), e));
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
