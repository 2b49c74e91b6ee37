package socketcourse.websockets;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.TreeSet;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.glassfish.grizzly.ssl.SSLEngineConfigurator;

/**
 * TLS (RFC 8446) below WebSocket, {@code wss://}, with {@code -Dtls=true}. The server's certificate is its own word, in
 * {@code target}, where the clients of the lesson find it: they trust it and no other.
 */
final class Tls {

    private static final Path STORE = Path.of(System.getProperty("keystore", "target/lesson-07.p12"));

    /** No secret: who can read the file, may. */
    private static final String PASSWORD = "socketcourse";

    private static final String DAYS = "3650";

    private Tls() {
    }

    static boolean isOn() {
        return Boolean.getBoolean("tls");
    }

    /** What the server needs, with a certificate for that host made at the first start. */
    static SSLEngineConfigurator server(String host) throws IOException {
        if (!Files.exists(STORE)) {
            makeCertificate(host);
        }
        return new SSLEngineConfigurator(context(), false, false, false);
    }

    /** What a client needs. */
    static SSLContext context() throws IOException {
        if (!Files.exists(STORE)) {
            throw new IOException("pas de certificat, lancez d'abord le serveur avec -Dtls=true : " + STORE);
        }
        try (var file = new FileInputStream(STORE.toFile())) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(file, PASSWORD.toCharArray());
            var keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keyManagers.init(store, PASSWORD.toCharArray());
            var trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("server", store.getCertificate("server"));
            var trustManagers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trustManagers.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static void makeCertificate(String host) throws IOException {
        var names = new TreeSet<String>();
        names.add("dns:localhost");
        names.add((host.matches("[0-9.]+|.*:.*") ? "ip:" : "dns:") + host);
        for (var network : NetworkInterface.networkInterfaces().toList()) {
            network.inetAddresses().map(InetAddress::getHostAddress).map(name -> "ip:" + name.replaceFirst("%.*", ""))
                    .forEach(names::add);
        }
        var folder = Files.createDirectories(STORE.toAbsolutePath().getParent());
        // Made beside it and moved: nobody finds half of it, and of two servers that start at once one wins.
        var made = Files.createTempDirectory(folder, "keytool").resolve("store.p12");
        var keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=localhost", "-validity", DAYS,
                "-ext", "san=" + String.join(",", names), "-storetype", "PKCS12", "-keystore", made.toString(),
                "-storepass", PASSWORD).redirectErrorStream(true).redirectOutput(new File(made + ".log")).start();
        try {
            if (keytool.waitFor() != 0) {
                throw new IOException(Files.readString(Path.of(made + ".log")).strip());
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        Files.move(made, STORE, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(Path.of(made + ".log"));
        Files.delete(made.getParent());
    }
}
