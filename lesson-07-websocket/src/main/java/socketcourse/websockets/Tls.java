package socketcourse.websockets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.glassfish.grizzly.ssl.SSLEngineConfigurator;

/**
 * TLS (RFC 8446) below WebSocket, {@code wss://}, with {@code -Dtls=true}. The server creates its key and certificate.
 * A client trusts one certificate only: the server's, or the one in the file {@code -Dcert}.
 */
final class Tls {

    private static final Certificate CERTIFICATE =
            new Certificate(Path.of(System.getProperty("keystore", "target/lesson-07.p12")));

    private Tls() {
    }

    static boolean isOn() {
        return Boolean.getBoolean("tls");
    }

    /** Returns the TLS configuration of a server that listens on that host. */
    static SSLEngineConfigurator server(String host) throws IOException {
        CERTIFICATE.makeFor(host);
        return new SSLEngineConfigurator(server(CERTIFICATE), false, false, false);
    }

    static SSLContext server(Certificate certificate) throws IOException {
        try {
            var keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keyManagers.init(certificate.keyStore(), Certificate.PASSWORD);
            return context(keyManagers.getKeyManagers(), null);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** Returns the TLS configuration of a client that trusts the certificate in the file {@code -Dcert}. */
    static SSLContext client() throws IOException {
        return client(Path.of(System.getProperty("cert", CERTIFICATE.pem().toString())));
    }

    /** Returns the TLS configuration of a client that trusts the certificate in a PEM file. */
    static SSLContext client(Path pem) throws IOException {
        if (!Files.exists(pem)) {
            throw new IOException("pas de certificat à " + pem
                    + " : lancez d'abord le serveur avec -Dtls=true, ou donnez le sien avec -Dcert");
        }
        try (var stored = Files.newInputStream(pem)) {
            var trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("server", CertificateFactory.getInstance("X.509").generateCertificate(stored));
            var trustManagers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trustManagers.init(trusted);
            return context(null, trustManagers.getTrustManagers());
        } catch (CertificateException e) {
            throw new IOException(pem + " n'est pas un certificat en PEM", e);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static SSLContext context(KeyManager[] own, TrustManager[] trusted) throws IOException {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(own, trusted, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
