package socketcourse.lesson02;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static socketcourse.testing.net.Sockets.reset;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;

/** The lesson's programs with unusual peers. */
@ExtendWith(TerminalsExtension.class)
class TcpExchangeTest {

    @Test
    void server_prints_invalid_UTF_8_as_replacement_characters(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        try (var client = server.connect()) {
            client.getOutputStream().write("Ça".getBytes(ISO_8859_1));
            server.endsShowing("""
                    Serveur en écoute sur le port %s...
                    Connexion de <adresse>
                    Message reçu : \uFFFDa
                    """.formatted(server.port()));
        }
    }

    @Test
    void a_reset_ends_a_program_with_an_error_message(Terminals terminals) throws IOException {
        for (var program : new String[] {"server", "reply-server"}) {
            var server = terminals.server(program);
            reset(server.connect());
            assertThat(server.endsInError()).contains("localhost:" + server.port(), "Connection reset");
        }
        try (var serverSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var client = terminals.run("reply-client", serverSocket.getLocalPort());
            reset(serverSocket.accept());
            assertThat(client.endsInError()).contains("localhost:" + client.port(), "SocketException");
        }
    }
}
