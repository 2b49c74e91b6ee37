package socketcourse.websockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check of a client's frames, however TCP splits them. */
class FrameRulesTest {

    private final FrameRules rules = new FrameRules();

    private static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    private static Integer violation(FrameRules rules) {
        return rules.violation().map(violation -> violation.getCloseCode().getCode()).orElse(null);
    }

    @ParameterizedTest
    @CsvSource({
        "a text,                    8182 00000000 6869,",
        "a ping,                    8980 00000000,",
        "a text of 1 MiB begins,    81FF 0000000000100000 00000000,",
        "RSV bits before binary,    D281 00000000 61,             1002",
        "unmasked before binary,    8201 61,                      1002",
        "binary,                    8281 00000000 61,             1003",
        "a length of 1 MiB + 1,     81FF 0000000000100001 00000000, 1009",
        "a length of 2^64 - 1,      81FF FFFFFFFFFFFFFFFF 00000000, 1009"
    })
    void a_violation_is_found_in_one_read_or_byte_by_byte(String what, String frame, Integer code) {
        var whole = bytes(frame);
        rules.read(whole);
        assertThat(violation(rules)).as(what).isEqualTo(code);
        var cut = new FrameRules();
        for (var at = 0; at < whole.limit(); at++) {
            cut.read(ByteBuffer.wrap(whole.array(), at, 1));
        }
        assertThat(violation(cut)).as(what).isEqualTo(code);
    }

    @Test
    void only_the_frames_before_a_violation_are_accepted() {
        assertThat(rules.read(bytes("8180 00000000 8100 8180 00000000"))).isEqualTo(6);
        assertThat(rules.read(bytes("8180 00000000"))).isZero();
    }

    @Test
    void the_limit_counts_all_fragments_and_no_ping_between_them() {
        rules.read(bytes("01FF 00000000000FFFFF 00000000"));
        rules.read(ByteBuffer.allocate((1 << 20) - 1));
        rules.read(bytes("8981 00000000 61"));
        rules.read(bytes("0081 00000000 61"));
        assertThat(rules.violation()).isEmpty();
        rules.read(bytes("8081 00000000 61"));
        assertThat(rules.violation()).isPresent();
    }

    @Test
    void a_close_frame_is_seen_after_a_violation_too() {
        rules.read(bytes("8100"));
        assertThat(rules.closeSeen()).isFalse();
        rules.read(bytes("8882 00000000 03EA"));
        assertThat(rules.closeSeen()).isTrue();
    }
}
