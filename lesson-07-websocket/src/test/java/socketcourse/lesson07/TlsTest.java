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

    @Test
    void it_speaks_to_who_trusts_its_certificate_and_tells_the_others_what_to_do(Terminals terminals,
            @TempDir Path folder) {
        var tls = new String[] {"-Dtls=true", "-Dkeystore=" + folder.resolve("server.p12")};
        var server = terminals.server("echo-server", tls);
        server.shows("Serveur WebSocket en écoute sur wss://localhost:" + server.port() + "\n");
        terminals.run("echo-client", server.port(), tls)
                .endsShowing("Réponse : Echo : Bonjour !\nRéponse : Echo : Comment ça va ?\n");
        assertThat(terminals.run("echo-client", server.port()).endsInError())
                .contains("ce serveur parle wss", "ajoutez -Dtls=true");

        var other = terminals.server("echo-server", "-Dtls=true");
        var client = terminals.run("echo-client", other.port(), tls);
        assertThat(client.endsInError()).contains("localhost:" + other.port(), "certificat");
        assertThat(client.screen()).isEmpty();

        var plain = terminals.server("echo-server");
        assertThat(terminals.run("echo-client", plain.port(), tls).endsInError())
                .contains("ce serveur ne parle pas wss", "retirez -Dtls=true");
    }
}
