package socketcourse.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The mistakes that a student can make with any program: each ends at once, in one line that says what to do. */
@ExtendWith(Terminals.Extension.class)
@TestInstance(Lifecycle.PER_CLASS)
public abstract class CommonErrors {

    /** The IDs of the lesson's programs that listen. */
    protected abstract Stream<String> servers();

    /** The IDs of the lesson's programs that connect. */
    protected abstract Stream<String> clients();

    /** The exception that a client names when nobody answers at its address. */
    protected String nobodyThere() {
        return "ConnectException";
    }

    protected final Stream<String> programs() {
        return Stream.concat(servers(), clients());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_server_whose_port_is_taken_says_so(String program, Terminals terminals) {
        var first = terminals.server(program);
        var second = terminals.run(program, first.port());
        assertThat(second.endsInError())
                .contains("localhost:" + first.port(), "BindException", "déjà utilisée", "-Dport");
        assertThat(second.screen()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("clients")
    void a_client_without_a_server_says_so(String program, Terminals terminals) {
        var client = terminals.run(program, Ports.free());
        assertThat(client.endsInError())
                .contains("localhost:" + client.port(), nobodyThere(), "Lancez d'abord le serveur");
        assertThat(client.screen()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void a_port_that_is_no_number_or_out_of_range_is_an_error(String program, Terminals terminals) {
        // The last -Dport counts.
        var mistaken = Stream.of("abc", "-1", "70000", "")
                .map(port -> terminals.run(program, Ports.free(), "-Dport=" + port)).toList();
        for (var terminal : mistaken) {
            assertThat(terminal.endsInError()).contains("invalide", "0 à 65535");
            assertThat(terminal.screen()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void an_unknown_host_is_an_error(String program, Terminals terminals) {
        var terminal = terminals.run(program, Ports.free(), "-Dhost=nowhere.invalid");
        assertThat(terminal.endsInError()).contains("nowhere.invalid:" + terminal.port());
        assertThat(terminal.screen()).isEmpty();
    }
}
