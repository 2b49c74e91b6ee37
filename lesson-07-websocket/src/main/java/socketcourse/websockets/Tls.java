package socketcourse.websockets;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.glassfish.grizzly.ssl.SSLEngineConfigurator;

/**
 * TLS (RFC 8446) below WebSocket, {@code wss://}, with {@code -Dtls=true}. The server's certificate is in
 * {@code target}, where the clients of the lesson find it: they trust it and no other.
 */
final class Tls {

    private static final Certificate CERTIFICATE =
            new Certificate(Path.of(System.getProperty("keystore", "target/lesson-07.p12")));

    private Tls() {
    }

    static boolean isOn() {
        return Boolean.getBoolean("tls");
    }

    /** What the server needs to listen on that host. */
    static SSLEngineConfigurator server(String host) throws IOException {
        CERTIFICATE.makeFor(host);
        return new SSLEngineConfigurator(withCertificate(), false, false, false);
    }

    /**
     * What a client needs. Without TLS it trusts nobody: left to itself, the JDK's client would read the certificates
     * of all the authorities that this machine knows, and take a third longer to start.
     */
    static SSLContext client() throws IOException {
        return isOn() ? withCertificate() : context(null, new TrustManager[0]);
    }

    private static SSLContext withCertificate() throws IOException {
        try {
            var keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keyManagers.init(CERTIFICATE.keyStore(), Certificate.PASSWORD);
            var trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("server", CERTIFICATE.get());
            var trustManagers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trustManagers.init(trusted);
            return context(keyManagers.getKeyManagers(), trustManagers.getTrustManagers());
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
