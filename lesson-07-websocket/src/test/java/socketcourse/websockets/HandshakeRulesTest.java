package socketcourse.websockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 6455, sections 4.2.1 and 10.2. */
class HandshakeRulesTest {

    private final Map<String, String> headers = new HashMap<>(Map.of(
            "Host", "localhost:8765",
            "Upgrade", "websocket",
            "Connection", "keep-alive, Upgrade",
            "Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==",
            "Sec-WebSocket-Version", "13"));

    private int judge() throws UnknownHostException {
        var rules = new HandshakeRules(Set.of("/", "/chat"), "chat.lan", Set.of("https://example.org", "null"), "http");
        return rules.judge("GET", "/chat", headers::get, InetAddress.getByName("192.0.2.7"));
    }

    @Test
    void a_terminal_s_client_may_join_because_it_has_no_Origin() throws UnknownHostException {
        assertThat(judge()).isEqualTo(101);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8765,        101",
        "localhost,             101",
        "LocalHost:8765,        101",
        "chat.lan:8765,         101",
        "example.org:8765,      101",
        "192.0.2.7:8765,        101",
        "192.0.2.8:8765,        403",
        "[2001:db8::1]:8765,    403",
        "evil.example:8765,     403",
        "localhost.evil.example,403",
        "'',                    403"
    })
    void a_host_that_is_not_this_machine_is_refused(String host, int status) throws UnknownHostException {
        headers.put("Host", host);
        assertThat(judge()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8765,  101",
        "https://example.org,    101",
        "null,                   101",
        "http://localhost:9999,  403",
        "https://localhost:8765, 403",
        "http://evil.example,    403",
        "http://localhost:8765.evil.example, 403"
    })
    void a_page_from_elsewhere_is_refused_unless_it_is_named(String origin, int status) throws UnknownHostException {
        headers.put("Origin", origin);
        assertThat(judge()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-WebSocket-Key,     x,                        400",
        "Sec-WebSocket-Key,     dGhlIHNhbXBsZSBub25jZQ,   400",
        "Sec-WebSocket-Key,     ,                         400",
        "Sec-WebSocket-Version, 8,                        426",
        "Sec-WebSocket-Version, ,                         426",
        "Upgrade,               h2c,                      426",
        "Connection,            close,                    400"
    })
    void a_handshake_against_the_rules_gets_the_right_status(String header, String value, int status)
            throws UnknownHostException {
        headers.put(header, value);
        assertThat(judge()).isEqualTo(status);
    }
}
