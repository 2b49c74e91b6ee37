package socketcourse.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import socketcourse.testing.net.Ports;
import socketcourse.testing.net.Sockets;
import socketcourse.testing.report.Skip;
import socketcourse.testing.terminal.Terminal;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;

/** The relay's reports of failures. The pages of the lessons show its normal output. */
@ExtendWith(TerminalsExtension.class)
class RelayTest {

    /** Waits until the relay has printed this text somewhere. */
    private static void prints(Terminal relay, String text) {
        relay.showsText(screen -> screen.contains(text));
    }

    private static void isReset(Socket client) throws IOException {
        client.setSoTimeout((int) Terminal.PATIENCE.toMillis());
        assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
    }

    @Test
    void a_missing_or_resetting_server_resets_the_client(Terminals terminals) throws IOException {
        var server = Ports.free();
        var port = Ports.free();
        var relay = terminals.run("relay", server, "-Drelay=" + port);
        relay.shows("Relais : localhost:%s → localhost:%s\n".formatted(port, server));

        try (var client = new Socket("localhost", port)) {
            isReset(client);
            prints(relay, "<adresse> → serveur  impossible : localhost:%s (java.net.ConnectException: "
                    .formatted(server));
        }
        try (var client = new DatagramSocket()) {
            client.send(new DatagramPacket(new byte[1], 1, new InetSocketAddress("localhost", port)));
            prints(relay, "serveur → <adresse>  personne n'écoute à localhost:%s (java.net.PortUnreachableException)\n"
                    .formatted(server));
        }
        try (var serverSocket = new ServerSocket(server, 1, InetAddress.getByName("localhost"));
                var client = new Socket("localhost", port)) {
            Sockets.reset(serverSocket.accept());
            isReset(client);
            prints(relay, "serveur → <adresse>  RST\n");
        }
    }

    @Test
    void a_wrong_option_is_reported_in_one_line(Terminals terminals) {
        var options = List.of("-Dcut=0", "-Dlose=x", "-Dpause=-1", "-Drelay=70000");
        // All start before the first is awaited, because each start takes time.
        var relays = options.stream().map(option -> terminals.run("relay", Ports.free(), "-Drelay=0", option)).toList();
        assertThat(relays.stream().map(Terminal::endsInError)).zipSatisfy(options,
                (error, option) -> assertThat(error).startsWith("Option invalide : " + option + " (java.lang."));
    }

    /** With 0.0.0.0, the server also listens on the relay's address. */
    @Test
    void a_relay_refuses_to_forward_to_itself(Terminals terminals) {
        var port = Ports.free();
        for (var host : List.of("localhost", "0.0.0.0")) {
            assertThat(terminals.run("relay", port, "-Drelay=" + port, "-Dhost=" + host).endsInError())
                    .contains("localhost:" + port, "-Drelay");
        }
    }

    @Test
    void a_relay_whose_port_is_taken_names_it(Terminals terminals) throws IOException {
        try (var taken = new ServerSocket(0)) {
            var port = taken.getLocalPort();
            assertThat(terminals.run("relay", Ports.free(), "-Drelay=" + port).endsInError())
                    .contains("localhost:" + port, "BindException", "-Drelay");
        }
    }

    @Test
    void a_relay_that_cannot_listen_names_the_address(Terminals terminals) {
        for (var listen : List.of("192.0.2.7", "nowhere.invalid")) {
            assertThat(terminals.run("relay", Ports.free(), "-Drelay=0", "-Dlisten=" + listen).endsInError())
                    .startsWith("Le relais ne peut pas écouter sur " + listen + ":0 (java.net.").contains("-Dlisten");
        }
    }

    @Test
    void a_relay_listens_on_all_addresses_if_asked(Terminals terminals) throws IOException {
        var other = otherAddress();
        Skip.unless(other.isPresent(), "-Dlisten needs an address beside the loopback address");
        for (var listen : List.of("localhost", "0.0.0.0")) {
            var server = Ports.free();
            var port = Ports.free();
            var relay = terminals.run("relay", server, "-Drelay=" + port, "-Dlisten=" + listen);
            relay.shows("Relais : %s:%s → localhost:%s\n".formatted(listen, port, server));
            try (var client = new Socket()) {
                var connecting = catchThrowable(() -> client.connect(new InetSocketAddress(other.get(), port)));
                assertThat(connecting == null).as(listen).isEqualTo(listen.equals("0.0.0.0"));
            }
        }
    }

    private static Optional<InetAddress> otherAddress() throws IOException {
        return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress()).findFirst();
    }
}
