package socketcourse.lesson03;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import socketcourse.testing.terminal.Terminal;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;

/** The server of the lesson, with strangers. */
@ExtendWith(TerminalsExtension.class)
class UdpTest {

    @Test
    void an_empty_datagram_is_a_message_too(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        try (var client = UdpPeer.of(terminals, server.port())) {
            client.send("");
            assertShowsMessage(server, "");
        }
    }

    @Test
    void bytes_that_are_no_UTF_8_show_as_replacement_characters(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        try (var client = UdpPeer.of(terminals, server.port())) {
            client.send("Ça".getBytes(ISO_8859_1));
            assertShowsMessage(server, "\uFFFDa");
        }
    }

    @Test
    void a_sender_that_is_gone_before_the_answer_harms_nobody(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        try (var client = UdpPeer.of(terminals, server.port())) {
            client.send("Adieu");
        }
        assertShowsMessage(server, "Adieu");
    }

    private static void assertShowsMessage(Terminal server, String message) {
        server.endsShowing("Serveur UDP en écoute...\nMessage de <adresse> : " + message + "\n");
    }
}
