package socketcourse.start;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamsTest {

    private static final Charset FRENCH_DOS = Charset.forName("IBM850");
    private static final String TEXT = "Ça va ? Très bien, à côté.";

    @ParameterizedTest
    @ValueSource(strings = {"Linux", "Mac OS X", "FreeBSD"})
    void a_terminal_is_UTF_8_whatever_its_locale_says(String system) {
        assertThat(Start.charset(system, Optional.of(US_ASCII))).isEqualTo(UTF_8);
        assertThat(Start.charset(system, Optional.empty())).isEqualTo(UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"IBM850", "windows-1252", "UTF-8"})
    void a_Windows_console_has_its_own_charset(String charset) {
        assertThat(Start.charset("Windows 11", Optional.of(Charset.forName(charset))))
                .isEqualTo(Charset.forName(charset));
    }

    @Test
    void a_file_or_a_pipe_on_Windows_is_UTF_8() {
        assertThat(Start.charset("Windows 11", Optional.empty())).isEqualTo(UTF_8);
    }

    @Test
    void the_screen_shows_each_accent_in_the_charset_of_the_terminal() {
        assertThat(shown(FRENCH_DOS, TEXT.getBytes(UTF_8))).isEqualTo(TEXT.getBytes(FRENCH_DOS));
        assertThat(shown(UTF_8, TEXT.getBytes(UTF_8))).isEqualTo(TEXT.getBytes(UTF_8));
    }

    @Test
    void a_character_that_is_written_in_two_pieces_is_shown_whole() {
        var bytes = "ç€😀".getBytes(UTF_8);
        var terminal = new ByteArrayOutputStream();
        var screen = new PrintStream(new TerminalOutput(terminal, UTF_8), true, UTF_8);
        for (var octet : bytes) {
            screen.write(octet);
        }
        assertThat(terminal.toByteArray()).isEqualTo(bytes);
    }

    @Test
    void what_comes_from_a_peer_cannot_steer_the_terminal() {
        var text = "\u001B[2J\u0007\b\r\0\u007F\u009B tab\t newline\n".getBytes(UTF_8);
        assertThat(new String(shown(UTF_8, text), UTF_8)).isEqualTo("�[2J������ tab\t newline\n");
    }

    @Test
    void a_newline_of_Windows_is_a_newline() {
        var text = "un\r\ndeux\r\n".getBytes(UTF_8);
        assertThat(shown(UTF_8, text)).isEqualTo(text);
    }

    @Test
    void a_prompt_is_shown_before_its_line_is_over() {
        var terminal = new ByteArrayOutputStream();
        new PrintStream(new TerminalOutput(terminal, UTF_8), true, UTF_8).print("Vous : ");
        assertThat(terminal.toString(UTF_8)).isEqualTo("Vous : ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"IBM850", "windows-1252"})
    void the_programs_read_UTF_8_from_every_keyboard(String charset) throws IOException {
        var keys = new ByteArrayInputStream((TEXT + "\r\n\n" + TEXT).getBytes(Charset.forName(charset)));
        var keyboard = new Keyboard(keys, Charset.forName(charset));
        assertThat(new BufferedReader(new InputStreamReader(keyboard, UTF_8)).lines()).containsExactly(TEXT, "", TEXT);
        assertThat(keyboard.read()).isEqualTo(-1);
    }

    @Test
    void the_keyboard_can_be_read_byte_by_byte() throws IOException {
        var keyboard = new Keyboard(new ByteArrayInputStream("é".getBytes(ISO_8859_1)), ISO_8859_1);
        assertThat(new int[] {keyboard.read(), keyboard.read(), keyboard.read()}).containsExactly(0xC3, 0xA9, -1);
    }

    private static byte[] shown(Charset charset, byte[] written) {
        var terminal = new ByteArrayOutputStream();
        new PrintStream(new TerminalOutput(terminal, charset), true, UTF_8).writeBytes(written);
        return terminal.toByteArray();
    }
}
