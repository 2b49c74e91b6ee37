package socketcourse.relay;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Consumer;

/**
 * One of the two directions between a client and the server. Its name is the beginning of each of its lines.
 *
 * @param name   the beginning of each line
 * @param screen prints the lines of one event in one call, so that the lines of several clients do not mix
 */
record Direction(String name, Consumer<String> screen) {

    static Direction toServer(InetSocketAddress client, Consumer<String> screen) {
        return new Direction(notation(client) + " → serveur", screen);
    }

    static Direction toClient(InetSocketAddress client, Consumer<String> screen) {
        return new Direction("serveur → " + notation(client), screen);
    }

    private static String notation(InetSocketAddress address) {
        return "('%s', %s)".formatted(address.getAddress().getHostAddress(), address.getPort());
    }

    /** Shows an event that has no bytes. */
    void show(String event) {
        show(event, "", List.of());
    }

    /** Shows an event with the text of its bytes, and further lines below it. */
    void show(String event, String text, List<String> below) {
        var lines = new StringBuilder(name).append("  ").append(event);
        if (!text.isEmpty()) {
            lines.append("  ").append(text);
        }
        below.forEach(line -> lines.append(System.lineSeparator()).append("    ").append(line));
        screen.accept(lines.toString());
    }
}
