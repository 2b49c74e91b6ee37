package socketcourse.lesson07;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;

/** {@code wss://}: the same chat over TLS, with a certificate that the server makes and its clients trust. */
@ExtendWith(TerminalsExtension.class)
class TlsTest {

    @TempDir
    private Path folder;

    private String[] tls(String store) {
        return new String[] {"-Dtls=true", "-Dkeystore=" + folder.resolve(store)};
    }

    @Test
    void server_and_client_speak_TLS_with_a_certificate_of_the_server_s_own(Terminals terminals) {
        var server = terminals.server("echo-server", tls("server.p12"));
        server.shows("Serveur WebSocket en écoute sur wss://localhost:" + server.port() + "\n");
        var client = terminals.run("echo-client", server.port(), tls("server.p12"));
        client.endsShowing("Réponse : Echo : Bonjour !\nRéponse : Echo : Comment ça va ?\n");
    }

    @Test
    void a_server_with_another_certificate_is_not_trusted(Terminals terminals) {
        terminals.server("echo-server", tls("other.p12"));
        var server = terminals.server("echo-server", tls("server.p12"));
        var client = terminals.run("echo-client", server.port(), tls("other.p12"));
        assertThat(client.endsInError()).contains("localhost:" + server.port(), "certificat");
        assertThat(client.screen()).isEmpty();
    }

    @Test
    void a_client_without_TLS_is_told_that_the_server_speaks_it(Terminals terminals) {
        var server = terminals.server("echo-server", tls("server.p12"));
        var client = terminals.run("echo-client", server.port());
        assertThat(client.endsInError()).contains("ce serveur parle wss", "ajoutez -Dtls=true");
    }

    @Test
    void a_client_with_TLS_is_told_that_the_server_does_not_speak_it(Terminals terminals) {
        terminals.server("echo-server", tls("server.p12"));
        var server = terminals.server("echo-server");
        var client = terminals.run("echo-client", server.port(), tls("server.p12"));
        assertThat(client.endsInError()).contains("ce serveur ne parle pas wss", "retirez -Dtls=true");
    }
}
