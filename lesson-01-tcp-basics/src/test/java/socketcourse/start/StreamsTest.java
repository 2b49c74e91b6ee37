package socketcourse.start;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamsTest {

    private static final Charset FRENCH_DOS = Charset.forName("IBM850");
    private static final String TEXT = "Ça va ? Très bien, à côté.";

    private static Properties properties(String system, String... keysAndValues) {
        var properties = new Properties();
        properties.setProperty("os.name", system);
        properties.setProperty("native.encoding", "Cp1252");
        for (var i = 0; i < keysAndValues.length; i += 2) {
            properties.setProperty(keysAndValues[i], keysAndValues[i + 1]);
        }
        return properties;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Linux", "Mac OS X", "FreeBSD"})
    void a_terminal_is_UTF_8_whatever_the_locale(String system) {
        var ascii = properties(system, "sun.stdout.encoding", "US-ASCII", "stdout.encoding", "US-ASCII");
        assertThat(StandardStreams.charset("stdout", ascii, true)).isEqualTo(UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cp850", "Cp1252", "UTF-8"})
    void a_Windows_console_has_its_own_charset(String charset) {
        var java17 = properties("Windows 11", "sun.stdout.encoding", charset);
        assertThat(StandardStreams.charset("stdout", java17, true)).isEqualTo(Charset.forName(charset));
        var java25 = properties("Windows 11", "stdout.encoding", charset);
        assertThat(StandardStreams.charset("stdout", java25, true)).isEqualTo(Charset.forName(charset));
    }

    /** If stdin or stdout is a file, {@code System.console()} returns null. */
    @Test
    void redirecting_one_stream_does_not_change_the_others() {
        var java17 = properties("Windows 11", "sun.stderr.encoding", "cp850");
        assertThat(StandardStreams.charset("stdout", java17, false)).isEqualTo(UTF_8);
        assertThat(StandardStreams.charset("stderr", java17, false)).isEqualTo(FRENCH_DOS);
        var java25 = properties("Windows 11", "stdout.encoding", "Cp1252", "stderr.encoding", "cp850");
        assertThat(StandardStreams.charset("stdout", java25, false)).isEqualTo(UTF_8);
        assertThat(StandardStreams.charset("stderr", java25, false)).isEqualTo(FRENCH_DOS);
    }

    @Test
    void output_has_each_accent_in_the_charset_of_the_terminal() {
        assertThat(written(FRENCH_DOS, TEXT.getBytes(UTF_8))).isEqualTo(TEXT.getBytes(FRENCH_DOS));
        assertThat(written(UTF_8, TEXT.getBytes(UTF_8))).isEqualTo(TEXT.getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"IBM850, A → B — été… œuf ő “x” 😀, A -> B - été... oeuf o \"x\" ?",
        "windows-1252, A → B — été… œuf ő “x” 😀, A -> B — été… œuf o “x” ?"})
    void a_character_that_the_charset_lacks_becomes_the_nearest(Charset charset, String text, String nearest) {
        assertThat(new String(written(charset, text.getBytes(UTF_8)), charset)).isEqualTo(nearest);
        assertThat(new String(written(UTF_8, text.getBytes(UTF_8)), UTF_8)).isEqualTo(text);
    }

    @Test
    void a_character_written_in_two_pieces_is_shown_whole() {
        var bytes = "ç€😀".getBytes(UTF_8);
        var terminal = new ByteArrayOutputStream();
        var output = new PrintStream(new TerminalOutput(terminal, UTF_8), true, UTF_8);
        for (var octet : bytes) {
            output.write(octet);
        }
        assertThat(terminal.toByteArray()).isEqualTo(bytes);
    }

    @Test
    void text_from_a_peer_cannot_control_the_terminal() {
        var text = "\u001B[2J\u0007\b\r\0\u007F\u009B tab\t newline\n".getBytes(UTF_8);
        assertThat(new String(written(UTF_8, text), UTF_8)).isEqualTo("�[2J������ tab\t newline\n");
    }

    @Test
    void a_Windows_newline_stays_a_newline() {
        var text = "un\r\ndeux\r\n".getBytes(UTF_8);
        assertThat(written(UTF_8, text)).isEqualTo(text);
    }

    @Test
    void a_prompt_is_shown_before_its_line_ends() {
        var terminal = new ByteArrayOutputStream();
        new PrintStream(new TerminalOutput(terminal, UTF_8), true, UTF_8).print("Vous : ");
        assertThat(terminal.toString(UTF_8)).isEqualTo("Vous : ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"IBM850", "windows-1252"})
    void programs_read_UTF_8_from_a_console_and_from_a_file(String console) throws IOException {
        for (var charset : new Charset[] {Charset.forName(console), UTF_8}) {
            var stdin = new ByteArrayInputStream((TEXT + "\r\n\n" + TEXT).getBytes(charset));
            var keyboard = new Keyboard(stdin, Charset.forName(console));
            assertThat(new BufferedReader(new InputStreamReader(keyboard, UTF_8)).lines())
                    .containsExactly(TEXT, "", TEXT);
            assertThat(keyboard.read()).isEqualTo(-1);
        }
    }

    @Test
    void stdin_can_be_read_byte_by_byte() throws IOException {
        var keyboard = new Keyboard(new ByteArrayInputStream("é".getBytes(ISO_8859_1)), ISO_8859_1);
        assertThat(new int[] {keyboard.read(), keyboard.read(), keyboard.read()}).containsExactly(0xC3, 0xA9, -1);
    }

    private static byte[] written(Charset charset, byte[] bytes) {
        var terminal = new ByteArrayOutputStream();
        new PrintStream(new TerminalOutput(terminal, charset), true, UTF_8).writeBytes(bytes);
        return terminal.toByteArray();
    }
}
