package socketcourse.lesson03;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import socketcourse.testing.terminal.Terminal;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;

/** The lesson's server with unusual datagrams and senders. */
@ExtendWith(TerminalsExtension.class)
class UdpTest {

    @Test
    void server_prints_an_empty_datagram_as_an_empty_message(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        try (var client = UdpPeer.client(terminals, server)) {
            client.send("");
            assertPrints(server, "");
        }
    }

    @Test
    void server_prints_invalid_UTF_8_as_replacement_characters(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        try (var client = UdpPeer.client(terminals, server)) {
            client.send("Ça".getBytes(ISO_8859_1));
            assertPrints(server, "\uFFFDa");
        }
    }

    @Test
    void server_ends_normally_when_the_sender_is_gone(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        try (var client = UdpPeer.client(terminals, server)) {
            client.send("Adieu");
        }
        assertPrints(server, "Adieu");
    }

    private static void assertPrints(Terminal server, String message) {
        server.endsShowing("Serveur UDP en écoute...\nMessage de <adresse> : " + message + "\n");
    }
}
