package socketcourse.websockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Tyrus does not check in a client's frames, whichever way TCP cuts them. */
class FrameRulesTest {

    private final FrameRules rules = new FrameRules();

    private static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    @ParameterizedTest
    @CsvSource({
        "a text,                    8182 00000000 6869,",
        "a ping,                    8980 00000000,",
        "a text of 1 MiB begins,    81FF 0000000000100000 00000000,",
        "unmasked,                  8102 6869,                    1002",
        "binary,                    8281 00000000 61,             1003",
        "a length of 1 MiB + 1,     81FF 0000000000100001,        1009",
        "a length of 2^64 - 1,      81FF FFFFFFFFFFFFFFFF,        1009"
    })
    void the_first_frame_against_the_rules_is_seen_byte_by_byte_or_at_once(String what, String frame, Integer code) {
        var whole = bytes(frame);
        rules.read(whole);
        var cut = new FrameRules();
        for (var at = 0; at < whole.limit(); at++) {
            cut.read(ByteBuffer.wrap(whole.array(), at, 1));
        }
        assertThat(rules.violation().map(violation -> violation.getCode()).orElse(null)).as(what).isEqualTo(code);
        assertThat(cut.violation()).as(what).isEqualTo(rules.violation());
    }

    @Test
    void what_comes_before_a_violation_is_kept_and_nothing_behind_it() {
        assertThat(rules.read(bytes("8180 00000000 8100 8180 00000000"))).isEqualTo(6);
        assertThat(rules.read(bytes("8180 00000000"))).isZero();
    }

    @Test
    void the_fragments_of_a_message_count_together_and_a_ping_between_them_does_not() {
        rules.read(bytes("01FF 00000000000FFFFF 00000000"));
        rules.read(ByteBuffer.allocate((1 << 20) - 1));
        rules.read(bytes("8981 00000000 61"));
        rules.read(bytes("0081 00000000 61"));
        assertThat(rules.violation()).isEmpty();
        rules.read(bytes("8081 00000000 61"));
        assertThat(rules.violation()).isPresent();
    }

    @Test
    void a_goodbye_is_seen_also_after_a_violation() {
        rules.read(bytes("8100"));
        assertThat(rules.closeSeen()).isFalse();
        rules.read(bytes("8882 00000000 03EA"));
        assertThat(rules.closeSeen()).isTrue();
    }
}
