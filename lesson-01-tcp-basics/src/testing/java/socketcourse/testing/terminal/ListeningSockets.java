package socketcourse.testing.terminal;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.stream.Stream;
import socketcourse.testing.net.Listener;
import socketcourse.testing.net.Ports;
import socketcourse.testing.net.SocketTable;
import socketcourse.testing.process.ProgramProcess;
import socketcourse.testing.report.Mismatch;

/**
 * The sockets on which a program listens.
 *
 * @param name the name of the program in a report
 * @param port its port
 */
record ListeningSockets(String name, int port) {

    private Stream<Listener> all() {
        return SocketTable.listeners().filter(listener -> listener.port() == port);
    }

    /** Returns the address at which the program is reached: localhost, unless it listens elsewhere only. */
    String host() {
        var listeners = all().toList();
        return listeners.isEmpty() || listeners.stream().anyMatch(Listener::isOnLocalhost) ? "127.0.0.1"
                : listeners.get(0).host();
    }

    /** Connects from a port of our own: an ephemeral one may be the port that a graded program insists on. */
    Socket connect() throws IOException {
        var host = host();
        var socket = new Socket();
        try {
            socket.bind(new InetSocketAddress(host.contains(":") ? host : "127.0.0.1", Ports.free()));
            socket.connect(new InetSocketAddress(host, port));
            socket.setSoTimeout((int) Terminal.PATIENCE.toMillis());
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Returns in French on which port a program listens that should listen on another one. */
    static String ofOtherPorts(ProgramProcess process) {
        return SocketTable.listeners().filter(listener -> process.hasSocket(listener.inode())).map(Listener::port)
                .findFirst().map(port -> "il écoute sur le port " + port).orElse("il n'écoute pas sur ce port");
    }

    /** Checks that the sockets have the right protocol and that only this machine reaches them. */
    void areOnLocalhost(boolean isTcp) {
        if (all().noneMatch(listener -> listener.isTcp() == isTcp)) {
            throw Mismatch.wrong("%s a un socket %s sur le port %d".formatted(name, isTcp ? "TCP" : "UDP", port),
                    "c'est un socket " + (isTcp ? "UDP" : "TCP"));
        }
        var expected = "%s écoute sur localhost, pour cette machine seulement".formatted(name);
        if (all().anyMatch(Listener::isOpenToOthers)) {
            throw Mismatch.wrong(expected, "il écoute sur toutes ses adresses");
        }
        if (all().noneMatch(Listener::isOnLocalhost)) {
            throw Mismatch.wrong(expected, "il écoute sur %s et non sur localhost"
                    .formatted(all().map(Listener::host).collect(joining(", "))));
        }
    }
}
