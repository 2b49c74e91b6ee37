package socketcourse.lesson03;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import socketcourse.testing.net.Ports;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;

/** What one sees between a client and a server of this lesson. */
@ExtendWith(TerminalsExtension.class)
class WireTest {

    @Test
    void a_datagram_that_the_wire_loses_is_shown_and_never_comes(Terminals terminals) {
        var server = terminals.server("server");
        var port = Ports.free();
        var wire = terminals.run("wire", server.port(), "-Dwire=" + port, "-Dlose=2");
        wire.showsPart("Sur le fil : localhost:%d → localhost:%d\n".formatted(port, server.port()));
        terminals.run("client", port).endsInError();
        server.endsShowing("Serveur UDP en écoute...\nMessage de A : Hello UDP !\n");
        wire.showsText(text -> text.endsWith("""
                A → serveur  datagramme, 11 octets  Hello UDP !
                    48 65 6c 6c 6f 20 55 44 50 20 21
                serveur → A  datagramme, 20 octets, perdu  Message bien reçu !
                    4d 65 73 73 61 67 65 20 62 69 65 6e 20 72 65 c3
                    a7 75 20 21
                """));
    }
}
