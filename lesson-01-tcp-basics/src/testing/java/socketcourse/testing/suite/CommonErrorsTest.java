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
import socketcourse.testing.grading.Grader;
import socketcourse.testing.net.Ports;
import socketcourse.testing.process.ChildJvm;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;

/** Checks the mistakes that a user can make with any program: each is one line that says what to do. */
@ExtendWith(TerminalsExtension.class)
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(Lifecycle.PER_CLASS)
class CommonErrorsTest {

    private final String lessonPackage = System.getProperty("lesson.package");

    private Stream<String> programs() {
        return new Grader(lessonPackage).programs().stream();
    }

    private Stream<String> servers() {
        return programs().filter(program -> program.endsWith("server"));
    }

    private Stream<String> clients() {
        return programs().filter(program -> !program.endsWith("server"));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void server_reports_a_port_in_use(String program, Terminals terminals) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free());
        try (var tcp = new ServerSocket(address.getPort(), 1, address.getAddress());
                var udp = new DatagramSocket(address)) {
            var server = terminals.run(program, address.getPort());
            assertThat(server.endsInError()).contains("localhost:" + tcp.getLocalPort(), "BindException",
                    "déjà utilisée", "-Dport");
            assertThat(server.screen()).as("the output beside %s", udp).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    void client_reports_that_no_server_is_there(String program, Terminals terminals) {
        var client = terminals.run(program, Ports.free());
        assertThat(client.endsInError()).contains("localhost:" + client.port(), "Lancez d'abord le serveur")
                .containsPattern("(Connect|SocketTimeout)Exception");
        assertThat(client.screen()).isEmpty();
    }

    @Test
    void wrong_ports_and_unknown_hosts_are_reported(Terminals terminals) {
        var ports = List.of("port=abc", "port=-1", "port=70000", "port=");
        var lines = new ArrayList<>(run(terminals, Stream.concat(ports.stream(), Stream.of("host=nowhere.invalid"))
                .flatMap(property -> programs().flatMap(program -> Stream.of(program, property))).toList()));
        var linesForHosts = lines.subList(ports.size() * (int) programs().count(), lines.size());
        assertThat(linesForHosts).hasSize((int) programs().count())
                .allSatisfy(line -> assertThat(line).startsWith("Machine inconnue : nowhere.invalid "));
        linesForHosts.clear();
        assertThat(lines).allSatisfy(
                line -> assertThat(line).startsWith("Option invalide : -Dport=").contains("de 0 à 65535"));
    }

    /** Returns the lines that programs print when each is started with one property. */
    private List<String> run(Terminals terminals, List<String> programsAndProperties) {
        var arguments = new ArrayList<>(List.of("-Dport=" + Ports.free(), "-Dlesson.package=" + lessonPackage,
                "socketcourse.start.BadPropertyRunner"));
        arguments.addAll(programsAndProperties);
        var terminal = terminals.run("bad properties", 0, ChildJvm.command(arguments));
        terminal.endsSuccessfully();
        return terminal.screen().lines().toList();
    }
}
