package socketcourse.websockets;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
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
        return new SSLEngineConfigurator(context(), false, false, false);
    }

    /** What a client needs. */
    static SSLContext context() throws IOException {
        try {
            var keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keyManagers.init(CERTIFICATE.keyStore(), Certificate.PASSWORD);
            var trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("server", CERTIFICATE.get());
            var trustManagers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trustManagers.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
