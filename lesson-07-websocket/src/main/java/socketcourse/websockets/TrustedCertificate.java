package socketcourse.websockets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** The only certificate that a client trusts: the PEM file in {@code -Dcert}, by default the one of our servers. */
final class TrustedCertificate {

    private static final Path FILE = Path.of(System.getProperty("cert", "target/lesson-07.pem"));

    private TrustedCertificate() {
    }

    static SSLSocketFactory socketFactory() throws IOException {
        if (!Files.exists(FILE)) {
            throw new IOException("pas de certificat %s : lancez d'abord le serveur avec -Dtls=true, ou donnez le sien "
                    .formatted(FILE) + "avec -Dcert");
        }
        try (var pem = Files.newInputStream(FILE)) {
            var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry("server", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            var trustManagers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trustManagers.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trustManagers.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IOException(FILE + " n'est pas un certificat au format PEM", e);
        }
    }
}
