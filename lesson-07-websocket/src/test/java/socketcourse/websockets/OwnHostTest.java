package socketcourse.websockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hosts of this machine, and those that only lead to it. */
class OwnHostTest {

    private final OwnHost own = new OwnHost(List.of("Chat.lan"), () -> "Prof.univ.example");

    @ParameterizedTest
    @CsvSource({
        "localhost:8765,         true",
        "LocalHost,              true",
        "127.0.0.1:8765,         true",
        "[::1]:8765,             true",
        "chat.lan:8765,          true",
        "prof:8765,              true",
        "prof.local:8765,        true",
        "prof.univ.example:8765, true",
        "192.0.2.255:8765,       false",
        "[2001:db8::1]:8765,     false",
        "999.0.0.1:8765,         false",
        "evil.example:8765,      false",
        "prof.evil.example,      false",
        "localhost.evil.example, false",
        "'',                     false"
    })
    void a_host_is_own_by_name_or_address(String host, boolean isOwn) {
        assertThat(own.test(host)).as(host).isEqualTo(isOwn);
    }
}
