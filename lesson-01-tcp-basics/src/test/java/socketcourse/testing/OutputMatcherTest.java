package socketcourse.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketcourse.testing.terminal.OutputMatcher;

/** What stands for an address on a screen, and what does not. */
class OutputMatcherTest {

    @ParameterizedTest
    @ValueSource(strings = {"Connexion de A", "A → serveur  FIN", "Message de A : Ah !",
            "Connexion de ('127.0.0.1', 52314)"})
    void an_address_is_found(String line) {
        assertThat(OutputMatcher.ADDRESS.matcher(line).results()).as(line).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Alice : Salut !", "Sec-WebSocket-Key: i6R9cgesJtrB+Xx82iSO+A==",
            "Sec-WebSocket-Key: A+R9/A/sJtrBXx82iSO4Qg=="})
    void a_letter_of_a_name_or_of_a_key_is_none(String line) {
        assertThat(OutputMatcher.ADDRESS.matcher(line).find()).as(line).isFalse();
    }
}
