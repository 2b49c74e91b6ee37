package socketcourse.lesson07;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import socketcourse.testing.grading.Python;
import socketcourse.testing.terminal.Terminal;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;

/** {@code wss://}: the same programs over TLS, with a certificate that the server creates and its clients trust. */
@ExtendWith(TerminalsExtension.class)
class TlsTest {

    @TempDir
    private Path folder;

    private Terminal server;
    private String pem;

    @BeforeEach
    void start(Terminals terminals) {
        server = terminals.server("echo-server", "-Dtls=true", "-Dkeystore=" + folder.resolve("server.p12"));
        pem = folder.resolve("server.pem").toString();
    }

    @Test
    void a_client_with_the_certificate_joins(Terminals terminals) {
        server.shows("Serveur WebSocket en écoute sur wss://localhost:" + server.port() + "\n");
        terminals.run("echo-client", server.port(), "-Dtls=true", "-Dcert=" + pem)
                .endsShowing("Réponse : Echo : Bonjour !\nRéponse : Echo : Comment ça va ?\n");
    }

    @Test
    void a_client_with_another_certificate_ends_in_an_error(Terminals terminals) {
        var other = terminals.server("echo-server", "-Dtls=true");
        var client = terminals.run("echo-client", other.port(), "-Dtls=true", "-Dcert=" + pem);
        assertThat(client.endsInError()).contains("localhost:" + other.port(), "certificat");
        assertThat(client.screen()).isEmpty();
    }

    @Test
    void a_mismatch_of_ws_and_wss_names_the_option_to_change(Terminals terminals) {
        assertThat(terminals.run("echo-client", server.port()).endsInError())
                .contains("ce serveur parle wss", "ajoutez -Dtls=true");
        var plain = terminals.server("echo-server");
        assertThat(terminals.run("echo-client", plain.port(), "-Dtls=true", "-Dcert=" + pem).endsInError())
                .contains("ce serveur ne parle pas wss", "retirez -Dtls=true");
    }

    @Test
    void Python_trusts_the_certificate_and_no_other(Terminals terminals) {
        var python = Python.with("ssl").orElseThrow(() -> skipped("there is no Python 3"));
        var script = """
                import ssl, sys, urllib.error, urllib.request
                context = ssl.create_default_context(cafile=sys.argv[2])
                try:
                    print(urllib.request.urlopen("https://localhost:" + sys.argv[1], context=context).status)
                except urllib.error.URLError as error:
                    print(error.reason.reason)
                """;
        terminals.run("python", server.port(), List.of(python, "-c", script, Integer.toString(server.port()), pem))
                .endsShowing("200\n");
        var other = terminals.server("echo-server", "-Dtls=true");
        terminals.run("python", other.port(), List.of(python, "-c", script, Integer.toString(other.port()), pem))
                .endsShowing("CERTIFICATE_VERIFY_FAILED\n");
    }

    @Test
    void Node_trusts_the_certificate(Terminals terminals) throws Exception {
        if (!isNodeInstalled()) {
            throw skipped("there is no Node");
        }
        var script = "require('https').get('https://localhost:%d', response => { console.log(response.statusCode); "
                + "process.exit(); })";
        terminals.run("node", server.port(), List.of("env", "NODE_EXTRA_CA_CERTS=" + pem, "node", "-e",
                script.formatted(server.port()))).endsShowing("200\n");
    }

    private static boolean isNodeInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder("env", "node", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static TestAbortedException skipped(String reason) {
        // Maven counts skipped tests, but does not print their reasons.
        System.out.println("Trust in the certificate is not tested: " + reason);
        return new TestAbortedException(reason);
    }
}
