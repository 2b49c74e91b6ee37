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

    /** Whoever comes first makes what the others find. */
    @TempDir
    private static Path folder;

    private static String[] tls(String keyStore) {
        return new String[] {"-Dtls=true", "-Dkeystore=" + folder.resolve(keyStore)};
    }

    @Test
    void server_and_client_speak_TLS_with_a_certificate_of_the_server_s_own_and_trust_no_other(Terminals terminals) {
        var server = terminals.server("echo-server", tls("server.p12"));
        server.shows("Serveur WebSocket en écoute sur wss://localhost:" + server.port() + "\n");
        terminals.run("echo-client", server.port(), tls("server.p12"))
                .endsShowing("Réponse : Echo : Bonjour !\nRéponse : Echo : Comment ça va ?\n");

        var other = terminals.server("echo-server", tls("other.p12"));
        var client = terminals.run("echo-client", other.port(), tls("server.p12"));
        assertThat(client.endsInError()).contains("localhost:" + other.port(), "certificat");
        assertThat(client.screen()).isEmpty();
    }

    @Test
    void who_mixes_up_ws_and_wss_is_told_so_either_way_round(Terminals terminals) {
        var wss = terminals.server("echo-server", tls("server.p12"));
        assertThat(terminals.run("echo-client", wss.port()).endsInError())
                .contains("ce serveur parle wss", "ajoutez -Dtls=true");
        var ws = terminals.server("echo-server");
        assertThat(terminals.run("echo-client", ws.port(), tls("server.p12")).endsInError())
                .contains("ce serveur ne parle pas wss", "retirez -Dtls=true");
    }
}
