package socketcourse.relay;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Consumer;

/**
 * One of the two directions between a client and the server, and how its lines look.
 *
 * @param name   how each line begins
 * @param screen takes what belongs together, one or several lines, so that the lines of several clients do not mix
 */
record Direction(String name, Consumer<String> screen) {

    static Direction toServer(InetSocketAddress client, Consumer<String> screen) {
        return new Direction(notation(client) + " → serveur", screen);
    }

    static Direction toClient(InetSocketAddress client, Consumer<String> screen) {
        return new Direction("serveur → " + notation(client), screen);
    }

    private static String notation(InetSocketAddress address) {
        return "('%s', %d)".formatted(address.getAddress().getHostAddress(), address.getPort());
    }

    /** Shows that something happens. */
    void show(String event) {
        screen.accept(name + "  " + event);
    }

    /** Shows what passes: what it is, its text, and further lines below. */
    void show(String what, String text, List<String> below) {
        var lines = new StringBuilder(name).append("  ").append(what);
        if (!text.isEmpty()) {
            lines.append("  ").append(text);
        }
        below.forEach(line -> lines.append(System.lineSeparator()).append("    ").append(line));
        screen.accept(lines.toString());
    }
}
