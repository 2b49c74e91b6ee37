package socketcourse.lesson01;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static socketcourse.testing.net.Sockets.reset;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import socketcourse.testing.report.Skip;
import socketcourse.testing.terminal.ReferenceProgram;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;

/** The lesson's programs on unusual hosts, ports and terminals, and with a client that resets the connection. */
@ExtendWith(TerminalsExtension.class)
class TcpBasicsTest {

    @Test
    void server_prints_the_port_that_the_system_chose_for_port_0(Terminals terminals) {
        var server = terminals.run("server", 0);
        var listening = Pattern.compile("Serveur en écoute sur le port ([1-9]\\d+)\\.\\.\\.\n");
        server.showsMatch(listening);
        var port = listening.matcher(server.screen()).results().findFirst().orElseThrow().group(1);

        terminals.run("client", Integer.parseInt(port)).endsShowing("Connecté au serveur !\n");
    }

    @Test
    void accents_are_correct_in_a_windows_1252_terminal(Terminals terminals) {
        String[] windows = {"-Dstdout.encoding=windows-1252", "-Dsun.stdout.encoding=windows-1252"};
        var server = terminals.server("server", windows);
        terminals.run("client", server.port(), windows).endsShowing("Connecté au serveur !\n");
        server.endsShowing("""
                Serveur en écoute sur le port %s...
                Connexion reçue de <adresse>
                """.formatted(server.port()));
    }

    /** Linux accepts all of 127.0.0.0/8 as loopback addresses; other systems accept 127.0.0.1 only. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void localhost_is_not_reachable_through_another_address(Terminals terminals) {
        var server = terminals.server("server");
        assertThatThrownBy(() -> new Socket("127.0.0.2", server.port())).isInstanceOf(ConnectException.class);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_server_on_0_0_0_0_is_reachable_through_every_address(Terminals terminals) throws IOException {
        var server = terminals.server("server", "-Dhost=0.0.0.0");
        try (var socket = new Socket("127.0.0.2", server.port())) {
            assertThat(socket.isConnected()).isTrue();
        }
        server.showsMatch(Pattern.compile("Connexion reçue de"));
    }

    /** The servers run in their own network namespace, with every privilege except that of binding low ports. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void binding_a_port_below_1024_needs_privileges(Terminals terminals) throws IOException, InterruptedException {
        var asUser = List.of("unshare", "--map-root-user", "--net", "setpriv", "--bounding-set", "-net_bind_service");
        var isPossible = new ProcessBuilder(join(asUser, List.of("true"))).start().waitFor() == 0;
        Skip.unless(isPossible, "a port below 1024 needs a system whose users may create network namespaces");

        var lowPort = ReferenceProgram.command("socketcourse.lesson01", "server", 1023, "-Dhost=0.0.0.0");
        assertThat(terminals.run("server", 1023, join(asUser, lowPort)).endsInError())
                .contains("0.0.0.0:1023", "BindException", "Permission denied", "à partir de 1024");

        var ordinaryPort = ReferenceProgram.command("socketcourse.lesson01", "server", 1024, "-Dhost=0.0.0.0");
        terminals.run("server", 1024, join(asUser, ordinaryPort)).shows("Serveur en écoute sur le port 1024...\n");
    }

    private static List<String> join(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    @Test
    void server_ends_normally_when_the_client_resets(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        reset(server.connect());
        server.endsShowing("""
                Serveur en écoute sur le port %s...
                Connexion reçue de <adresse>
                """.formatted(server.port()));
    }
}
