package socketcourse.lesson01;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
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
import socketcourse.testing.terminal.ReferenceProgram;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;

/** The two programs of the lesson, in two terminals. */
@ExtendWith(TerminalsExtension.class)
class TcpBasicsTest {

    @Test
    void port_0_lets_the_system_choose_and_the_server_shows_its_choice(Terminals terminals) {
        var server = terminals.run("server", 0);
        var port = Pattern.compile("Serveur en écoute sur le port ([1-9]\\d+)\\.\\.\\.\n");
        server.showsMatch(port);
        var chosen = port.matcher(server.screen()).results().findFirst().orElseThrow().group(1);

        terminals.run("client", Integer.parseInt(chosen)).endsShowing("Connecté au serveur !\n");
    }

    @Test
    void accents_are_right_in_a_terminal_of_Windows_1252(Terminals terminals) {
        String[] windows = {"-Dstdout.encoding=windows-1252", "-Dsun.stdout.encoding=windows-1252"};
        var server = terminals.server("server", windows);
        terminals.run("client", server.port(), windows).endsShowing("Connecté au serveur !\n");
        server.endsShowing("""
                Serveur en écoute sur le port %d...
                Connexion reçue de <adresse>
                """.formatted(server.port()));
    }

    /** On Linux all of 127.0.0.0/8 is this machine; elsewhere 127.0.0.2 is nobody. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void localhost_is_not_reachable_through_another_address_of_the_machine(Terminals terminals) {
        var server = terminals.server("server");
        assertThatThrownBy(() -> new Socket("127.0.0.2", server.port())).isInstanceOf(ConnectException.class);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void every_address_of_the_machine_reaches_a_server_on_0_0_0_0(Terminals terminals) throws IOException {
        var server = terminals.server("server", "-Dhost=0.0.0.0");
        try (var socket = new Socket("127.0.0.2", server.port())) {
            assertThat(socket.isConnected()).isTrue();
        }
        server.showsMatch(Pattern.compile("Connexion reçue de"));
    }

    /** In a network of its own, with the settings of a new Linux and all privileges but the one to bind low ports. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void a_port_below_1024_needs_privileges(Terminals terminals) throws IOException, InterruptedException {
        var user = List.of("unshare", "--map-root-user", "--net", "setpriv", "--bounding-set", "-net_bind_service");
        var possible = new ProcessBuilder(join(user, List.of("true"))).start().waitFor() == 0;
        assumeTrue(possible, "this machine does not let its users make a network of their own");

        var lowPort = ReferenceProgram.command("socketcourse.lesson01", "server", 1023, "-Dhost=0.0.0.0");
        assertThat(terminals.run("server", 1023, join(user, lowPort)).endsInError())
                .contains("0.0.0.0:1023", "BindException", "Permission denied", "à partir de 1024");

        var ordinaryPort = ReferenceProgram.command("socketcourse.lesson01", "server", 1024, "-Dhost=0.0.0.0");
        terminals.run("server", 1024, join(user, ordinaryPort)).shows("Serveur en écoute sur le port 1024...\n");
    }

    private static List<String> join(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    @Test
    void a_client_that_resets_the_connection_harms_nobody(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        reset(server.connect());
        server.endsShowing("""
                Serveur en écoute sur le port %d...
                Connexion reçue de <adresse>
                """.formatted(server.port()));
    }
}
