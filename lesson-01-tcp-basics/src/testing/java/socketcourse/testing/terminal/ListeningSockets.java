package socketcourse.testing.terminal;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;
import socketcourse.testing.net.Listener;
import socketcourse.testing.net.SocketTable;
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
