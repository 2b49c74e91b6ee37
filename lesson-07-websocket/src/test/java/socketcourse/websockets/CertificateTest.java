package socketcourse.websockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The certificate of a machine that comes into another network. */
class CertificateTest {

    @Test
    void it_is_made_anew_when_an_address_is_missing_or_its_time_is_over(@TempDir Path folder) throws Exception {
        var certificate = new Certificate(folder.resolve("server.p12"));
        certificate.makeFor("2001:db8::1");
        var first = certificate.get();
        var now = Instant.now();
        assertThat(certificate.isFor(Set.of("localhost", "127.0.0.1", "2001:db8:0:0:0:0:0:1"), now)).isTrue();
        assertThat(certificate.isFor(Set.of("localhost"), now.plus(Duration.ofDays(3651)))).isFalse();

        certificate.makeFor("2001:db8::1");
        assertThat(certificate.get()).isEqualTo(first);
        certificate.makeFor("192.0.2.7");
        assertThat(certificate.get()).isNotEqualTo(first);
        assertThat(certificate.isFor(Set.of("localhost", "192.0.2.7"), now)).isTrue();
    }
}
