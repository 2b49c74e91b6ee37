package socketcourse.testing.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import socketcourse.testing.net.Ports;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;

/** The mistakes that a student can make with any program: each ends at once, in one line that says what to do. */
@ExtendWith(TerminalsExtension.class)
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(Lifecycle.PER_CLASS)
public abstract class CommonErrors {

    /** The IDs of the lesson's programs that listen. */
    protected abstract Stream<String> servers();

    /** The IDs of the lesson's programs that connect. */
    protected abstract Stream<String> clients();

    /** What a client says when nobody answers at its address: a regular expression. */
    protected String nobodyThere() {
        return "ConnectException";
    }

    private Stream<String> programs() {
        return Stream.concat(servers(), clients());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_server_whose_port_is_taken_says_so(String program, Terminals terminals) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free());
        try (var tcp = new ServerSocket(address.getPort(), 1, address.getAddress());
                var udp = new DatagramSocket(address)) {
            var server = terminals.run(program, address.getPort());
            assertThat(server.endsInError()).contains("localhost:" + tcp.getLocalPort(), "BindException",
                    "déjà utilisée", "-Dport");
            assertThat(server.screen()).as("the screen beside %s", udp).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    void a_client_without_a_server_says_so(String program, Terminals terminals) {
        var client = terminals.run(program, Ports.free());
        assertThat(client.endsInError()).contains("localhost:" + client.port(), "Lancez d'abord le serveur")
                .containsPattern(nobodyThere());
        assertThat(client.screen()).isEmpty();
    }

    @Test
    void a_wrong_port_and_an_unknown_host_are_errors(Terminals terminals) {
        var ports = List.of("port=abc", "port=-1", "port=70000", "port=");
        var screen = new ArrayList<>(attempt(terminals, Stream.concat(ports.stream(), Stream.of("host=nowhere.invalid"))
                .flatMap(property -> programs().flatMap(program -> Stream.of(program, property))).toList()));
        var ofHosts = screen.subList(ports.size() * (int) programs().count(), screen.size());
        assertThat(ofHosts).hasSize((int) programs().count())
                .allSatisfy(line -> assertThat(line).startsWith("Machine inconnue : nowhere.invalid "));
        ofHosts.clear();
        assertThat(screen).allSatisfy(
                line -> assertThat(line).startsWith("Option invalide : -Dport=").contains("de 0 à 65535"));
    }

    /** What programs say, each of them started with a property, and nothing else on their screen. */
    private static List<String> attempt(Terminals terminals, List<String> programsAndProperties) {
        var command = new ArrayList<>(terminals.command("", Ports.free()));
        command.set(command.size() - 1, "socketcourse.start.BadPropertyRunner");
        command.addAll(programsAndProperties);
        var terminal = terminals.run("attempts", Ports.free(), command);
        terminal.endsSuccessfully();
        return terminal.screen().lines().toList();
    }
}
