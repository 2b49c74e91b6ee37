package socketcourse.websockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 6455, sections 4.2.1 and 10.2. */
class HandshakeRulesTest {

    private static final int ACCEPTED = 101;

    private final Map<String, String> headers = new HashMap<>(Map.of(
            "Host", "localhost:8765",
            "Upgrade", "websocket",
            "Connection", "keep-alive, Upgrade",
            "Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==",
            "Sec-WebSocket-Version", "13"));

    private final HandshakeRules rules = new HandshakeRules(Set.of("/", "/chat"), Set.of("https://example.org", "null"),
            "http", host -> host.equals("localhost:8765"));

    private int status() {
        return rules.check("GET", "/chat", headers::get).map(Refusal::status).orElse(ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({"localhost:8765", "other.example", "''", ","})
    void a_client_without_Origin_joins_whatever_its_Host(String host) {
        headers.put("Host", host);
        assertThat(status()).isEqualTo(ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8765,  localhost:8765, 101",
        "https://example.org,    localhost:8765, 101",
        "https://example.org,    example.org,    101",
        "null,                   localhost:8765, 101",
        "http://localhost:9999,  localhost:8765, 403",
        "https://localhost:8765, localhost:8765, 403",
        "http://evil.example,    localhost:8765, 403",
        "http://localhost:8765.evil.example, localhost:8765, 403",
        "http://evil.example,    evil.example,   403",
        "http://localhost:8765,                , 403",
        "http://null,                          , 403"
    })
    void a_page_joins_if_it_is_this_server_s_or_listed(String origin, String host, int status) {
        headers.put("Origin", origin);
        headers.put("Host", host);
        assertThat(status()).isEqualTo(status);
    }

    @Test
    void the_refusal_of_a_page_names_the_option_that_allows_it() {
        headers.put("Origin", "http://prof.example:8765");
        assertThat(rules.check("GET", "/", headers::get).orElseThrow().explanation())
                .contains("http://prof.example:8765", "\"-Dorigins=http://prof.example:8765\"");
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
    void an_invalid_handshake_gets_the_right_status(String header, String value, int status) {
        headers.put(header, value);
        assertThat(status()).isEqualTo(status);
    }
}
