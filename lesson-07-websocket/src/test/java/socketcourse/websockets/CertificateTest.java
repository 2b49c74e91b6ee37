package socketcourse.websockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a server's certificate. */
class CertificateTest {

    @TempDir
    private Path folder;

    private Certificate certificate() {
        return new Certificate(folder.resolve("server.p12"));
    }

    @Test
    void a_missing_address_or_the_end_of_its_validity_renews_it() throws IOException {
        var certificate = certificate();
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

    @Test
    void the_PEM_file_has_the_certificate_and_no_key() throws IOException {
        var certificate = certificate();
        certificate.makeFor("localhost");
        var pem = folder.resolve("server.pem");
        assertThat(pem).content().startsWith("-----BEGIN CERTIFICATE-----\n").doesNotContain("PRIVATE");
        assertThat(Tls.client(pem)).isNotNull();

        Files.writeString(pem, "the certificate of an earlier key store");
        assertThatThrownBy(() -> Tls.client(pem)).hasMessage(pem + " n'est pas un certificat en PEM");
        certificate.makeFor("localhost");
        assertThat(Tls.client(pem)).isNotNull();
    }

    @Test
    void a_client_names_the_certificate_file_that_is_missing() {
        var pem = folder.resolve("server.pem");
        assertThatThrownBy(() -> Tls.client(pem)).hasMessageContaining(pem.toString()).hasMessageContaining("-Dcert");
    }
}
