package socketcourse.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import socketcourse.testing.net.Ports;
import socketcourse.testing.net.Sockets;
import socketcourse.testing.terminal.Terminal;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;

/** What goes wrong on the relay. What goes well is in the scenes "Sur le fil" of the guides. */
@ExtendWith(TerminalsExtension.class)
class RelayTest {

    /** Waits until this is somewhere on the screen, {@code A} standing for an address. */
    private static void shows(Terminal relay, String line) {
        relay.showsText(text -> text.contains(line));
    }

    private static void isReset(Socket client) throws IOException {
        client.setSoTimeout((int) Terminal.PATIENCE.toMillis());
        assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
    }

    @Test
    void a_server_that_is_not_there_or_resets_is_a_reset_for_the_client_and_a_line_on_the_relay(Terminals terminals)
            throws IOException {
        var server = Ports.free();
        var port = Ports.free();
        var relay = terminals.run("relay", server, "-Drelay=" + port);
        relay.shows("Relais : localhost:%d → localhost:%d\n".formatted(port, server));

        try (var client = new Socket("localhost", port)) {
            isReset(client);
            shows(relay, "<adresse> → serveur  impossible : localhost:%d (java.net.ConnectException: ".formatted(server));
        }
        try (var client = new DatagramSocket()) {
            client.send(new DatagramPacket(new byte[1], 1, new InetSocketAddress("localhost", port)));
            shows(relay, "serveur → <adresse>  personne n'écoute à localhost:%d (java.net.PortUnreachableException)\n"
                    .formatted(server));
        }
        try (var serverSocket = new ServerSocket(server, 1, InetAddress.getByName("localhost"));
                var client = new Socket("localhost", port)) {
            Sockets.reset(serverSocket.accept());
            isReset(client);
            shows(relay, "serveur → <adresse>  RST\n");
        }
    }

    @Test
    void a_property_that_cannot_be_is_said_in_one_line(Terminals terminals) {
        var mistakes = List.of("-Dcut=0", "-Dlose=x", "-Dpause=-1", "-Drelay=70000");
        // All at once: what takes time is their start.
        var relays = mistakes.stream().map(mistake -> terminals.run("relay", Ports.free(), "-Drelay=0", mistake)).toList();
        assertThat(relays.stream().map(Terminal::endsInError))
                .zipSatisfy(mistakes, (error, mistake) -> assertThat(error).contains("Propriété invalide", mistake));
    }

    /** A server may listen on all addresses: it has that of the relay, too. */
    @Test
    void a_wire_does_not_stand_in_front_of_itself(Terminals terminals) {
        var port = Ports.free();
        for (var host : List.of("localhost", "0.0.0.0")) {
            assertThat(terminals.run("relay", port, "-Drelay=" + port, "-Dhost=" + host).endsInError())
                    .contains("localhost:" + port, "-Drelay");
        }
    }

    @Test
    void a_wire_whose_port_is_taken_says_so(Terminals terminals) throws IOException {
        try (var taken = new ServerSocket(0)) {
            var port = taken.getLocalPort();
            assertThat(terminals.run("relay", Ports.free(), "-Drelay=" + port).endsInError())
                    .contains("localhost:" + port, "BindException", "-Drelay");
        }
    }
}
