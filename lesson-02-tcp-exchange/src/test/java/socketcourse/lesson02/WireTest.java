package socketcourse.lesson02;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import socketcourse.testing.net.Ports;
import socketcourse.testing.net.Sockets;
import socketcourse.testing.terminal.Terminal;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;

/** What one sees between a client and a server of this lesson. */
@ExtendWith(TerminalsExtension.class)
class WireTest {

    private static Terminal wire(Terminals terminals, int serverPort, int port, String... properties) {
        var all = new String[properties.length + 1];
        System.arraycopy(properties, 0, all, 0, properties.length);
        all[properties.length] = "-Dwire=" + port;
        var wire = terminals.run("wire", serverPort, all);
        wire.showsPart("Sur le fil : localhost:%d → localhost:%d\n".formatted(port, serverPort));
        return wire;
    }

    /** Waits until this is somewhere on its screen, {@code A} standing for an address. */
    private static void shows(Terminal wire, String line) {
        wire.showsText(text -> text.contains(line));
    }

    @Test
    void each_read_is_shown_with_its_direction_its_text_and_its_bytes(Terminals terminals) {
        var server = terminals.server("reply-server");
        var port = Ports.free();
        var wire = wire(terminals, server.port(), port);
        terminals.run("reply-client", port).endsShowing("Réponse du serveur : Bien reçu, merci !\n");
        server.endsShowing("En attente d'un client...\nReçu : Salut le serveur !\n");
        shows(wire, "A → serveur  connexion\n");
        shows(wire, """
                A → serveur  18 octets  Salut le serveur !
                    53 61 6c 75 74 20 6c 65 20 73 65 72 76 65 75 72
                    20 21
                """);
        shows(wire, """
                serveur → A  19 octets  Bien reçu, merci !
                    42 69 65 6e 20 72 65 c3 a7 75 2c 20 6d 65 72 63
                    69 20 21
                """);
        shows(wire, "A → serveur  FIN\n");
        shows(wire, "serveur → A  FIN\n");
    }

    @Test
    void who_receives_once_sees_the_beginning_of_a_message_that_is_cut(Terminals terminals) {
        var server = terminals.server("server");
        var port = Ports.free();
        wire(terminals, server.port(), port, "-Dcut=5", "-Dpause=200");
        terminals.run("client", port).awaitEnd();
        server.endsShowing("Serveur en écoute sur le port %d...\nConnexion de A\nMessage reçu : Salut\n"
                .formatted(server.port()));
    }

    @Test
    void nobody_at_the_server_is_a_reset_for_the_client_and_a_line_on_the_wire(Terminals terminals) {
        var nowhere = Ports.free();
        var port = Ports.free();
        var wire = wire(terminals, nowhere, port);
        terminals.run("reply-client", port).endsInError();
        shows(wire, "ConnectException");
    }

    @Test
    void a_connection_that_one_end_breaks_is_broken_for_the_other(Terminals terminals) throws IOException {
        try (var serverSocket = new ServerSocket(0)) {
            var port = Ports.free();
            var wire = wire(terminals, serverSocket.getLocalPort(), port);
            var client = terminals.run("reply-client", port);
            Sockets.reset(serverSocket.accept());
            assertThat(client.endsInError()).contains("reset");
            shows(wire, "serveur → A  RST\n");
        }
    }

    @Test
    void a_property_that_cannot_be_is_said_in_one_line(Terminals terminals) {
        for (var mistake : new String[] {"-Dcut=0", "-Dlose=x", "-Dpause=-1", "-Dwire=70000"}) {
            assertThat(terminals.run("wire", Ports.free(), "-Dwire=0", mistake).endsInError())
                    .contains("Propriété invalide", mistake);
        }
    }

    @Test
    void a_wire_whose_port_is_taken_says_so(Terminals terminals) throws IOException {
        try (var taken = new ServerSocket(0)) {
            var port = taken.getLocalPort();
            assertThat(terminals.run("wire", Ports.free(), "-Dwire=" + port).endsInError())
                    .contains("localhost:" + port, "BindException", "-Dwire");
        }
    }
}
