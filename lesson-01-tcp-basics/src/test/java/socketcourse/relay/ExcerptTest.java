package socketcourse.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    private static Excerpt excerpt(String text) {
        return excerpt(text.getBytes(UTF_8));
    }

    private static Excerpt excerpt(byte... bytes) {
        return Excerpt.of(bytes, 0, bytes.length);
    }

    @Test
    void bytes_are_shown_as_text_and_as_lines_of_hexadecimal() {
        var excerpt = excerpt("Salut le serveur !");
        assertThat(excerpt.size()).isEqualTo("18 octets");
        assertThat(excerpt.text()).isEqualTo("Salut le serveur !");
        assertThat(excerpt.hex()).containsExactly("53 61 6c 75 74 20 6c 65 20 73 65 72 76 65 75 72", "20 21");
        assertThat(excerpt("é").size()).isEqualTo("2 octets");
        assertThat(excerpt("e").size()).isEqualTo("1 octet");
    }

    @Test
    void each_byte_of_a_cut_character_is_shown_as_a_dot() {
        var heart = "a💙b".getBytes(UTF_8);
        assertThat(Excerpt.of(heart, 0, 3).text()).isEqualTo("a··");
        assertThat(Excerpt.of(heart, 3, 6).text()).isEqualTo("··b");
        assertThat(Excerpt.of(heart, 0, 6).text()).isEqualTo("a💙b");
        assertThat(excerpt((byte) 0xc3).text()).isEqualTo("·");
    }

    @Test
    void a_character_that_controls_a_terminal_is_shown_as_a_dot() {
        assertThat(excerpt("a\u001b[2Jb\r\nc\u009bd\u202ee\u2028f\u0000").text()).isEqualTo("a·[2Jb··c·d·e·f·");
        assertThat(excerpt((byte) 0x9b, (byte) 0xff, (byte) 'a').text()).isEqualTo("··a");
    }

    @Test
    void many_bytes_are_shown_by_their_beginning_and_end() {
        var excerpt = excerpt("b".repeat(32) + "-".repeat(1_000_000) + "e".repeat(32));
        assertThat(excerpt.size()).isEqualTo("1000064 octets");
        assertThat(excerpt.text()).isEqualTo("b".repeat(32) + " … " + "e".repeat(32));
        var beginning = "62 ".repeat(16).strip();
        var end = "65 ".repeat(16).strip();
        assertThat(excerpt.hex()).containsExactly(beginning, beginning, "… 1000000 octets …", end, end);
        assertThat(excerpt("x".repeat(256)).text()).isEqualTo("x".repeat(256));
        assertThat(excerpt("x".repeat(257)).hex()).hasSize(5).contains("… 193 octets …");
    }
}
