package socketcourse.lesson04;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static socketcourse.testing.net.Sockets.reset;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketcourse.testing.terminal.Terminal;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;

/** The lesson's programs with each other, with unusual peers and with unusual options. */
@ExtendWith(TerminalsExtension.class)
class BuffersTest {

    private static final Pattern RECEIVED = Pattern.compile("Message complet : (\\d+) octets en (\\d+) lectures\n");

    @Test
    void a_short_message_leaves_the_last_chunks_empty(Terminals terminals) throws IOException {
        var server = terminals.server("server");
        try (var socket = server.connect()) {
            socket.getOutputStream().write("ABCDEFGHIJKL".getBytes(UTF_8));
        }
        server.endsShowing("Chunk 1 : ABCDEFGHIJ\nChunk 2 : KL\nChunk 3 : \n");
    }

    @Test
    void receiving_a_million_bytes_needs_many_reads(Terminals terminals) {
        var server = terminals.server("receive-all-server");
        terminals.run("receive-all-client", server.port()).endsShowing("");
        assertThat(readsOf(server, 1_000_000)).isBetween(977, 1_000_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 4096, 65535})
    void a_read_returns_at_most_the_buffer_size(int bufferSize, Terminals terminals) {
        var server = terminals.server("receive-all-server", "-Dbuffer=" + bufferSize);
        terminals.run("receive-all-client", server.port(), "-Dsize=99999").endsShowing("");
        assertThat(readsOf(server, 99_999)).isBetween((99_999 + bufferSize - 1) / bufferSize, 99_999);
    }

    @Test
    void closing_without_sending_gives_an_empty_message(Terminals terminals) {
        var server = terminals.server("receive-all-server");
        terminals.run("receive-all-client", server.port(), "-Dsize=0").endsShowing("");
        server.endsShowing("Message complet : 0 octet en 0 lecture\n");
    }

    @Test
    void a_message_of_150_MB_fits_a_heap_of_512_MB(Terminals terminals) {
        var server = terminals.server("receive-all-server", "-Xmx512m", "-Xmn32m");
        terminals.run("receive-all-client", server.port(), "-Dsize=150000000").endsShowing("");
        assertThat(readsOf(server, 150_000_000)).isGreaterThanOrEqualTo(146_485);
    }

    @Test
    void a_message_larger_than_the_heap_is_a_clear_error(Terminals terminals) throws IOException {
        var server = terminals.server("receive-all-server", "-Xmx32m");
        terminals.run("receive-all-client", server.port(), "-Dsize=50000000");
        assertThat(server.endsInError()).contains("trop grand", "OutOfMemoryError");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Dbuffer=abc", "-Dbuffer=-1", "-Dbuffer=0"})
    void an_invalid_buffer_size_is_an_error(String property, Terminals terminals) {
        assertThat(terminals.run("receive-all-server", 0, property).endsInError())
                .contains("Option invalide : " + property, "de 1 à 2147483647");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Dsize=abc", "-Dsize=-1", "-Dsize=99999999999"})
    void an_invalid_message_size_is_an_error(String property, Terminals terminals) {
        var server = terminals.server("receive-all-server");
        assertThat(terminals.run("receive-all-client", server.port(), property).endsInError())
                .contains("Option invalide : " + property, "de 0 à 2147483647");
    }

    @Test
    void a_reset_ends_the_server_with_an_error_message(Terminals terminals) throws IOException {
        for (var program : new String[] {"server", "receive-all-server"}) {
            var server = terminals.server(program);
            reset(server.connect());
            assertThat(server.endsInError()).contains("localhost:" + server.port(), "Connection reset");
        }
    }

    private static int readsOf(Terminal server, int bytes) {
        server.endsSuccessfully();
        var screen = RECEIVED.matcher(server.screen());
        assertThat(screen.matches()).as(server.screen()).isTrue();
        assertThat(screen.group(1)).isEqualTo(Integer.toString(bytes));
        return Integer.parseInt(screen.group(2));
    }
}
