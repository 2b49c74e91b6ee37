package socketcourse.websockets;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A self-signed certificate and its private key, created with {@code keytool}. The certificate alone is in a second
 * file, in PEM (RFC 7468), for the clients.
 */
final class Certificate {

    /** No secret: every user who may read the file may use the key. */
    static final char[] PASSWORD = "socketcourse".toCharArray();

    private static final String ALIAS = "server";
    private static final String DAYS = "3650";
    private static final int PEM_LINE = 64;

    private final Path file;
    private final Path pem;

    /**
     * Names the two files; neither needs to exist.
     *
     * @param file the key store; the PEM file is beside it
     */
    Certificate(Path file) {
        this.file = file.toAbsolutePath();
        this.pem = this.file.resolveSibling(file.getFileName().toString().replaceFirst("\\.p12$", "") + ".pem");
    }

    /**
     * Creates the certificate for a host, {@code localhost} and the addresses of this machine, unless the files already
     * hold such a certificate.
     *
     * @param host the name or the address on which the server listens
     */
    void makeFor(String host) throws IOException {
        var names = new TreeSet<String>();
        names.add("localhost");
        names.add(isAddress(host) ? name(InetAddress.getByName(host)) : host);
        for (var network : NetworkInterface.networkInterfaces().toList()) {
            network.inetAddresses().map(Certificate::name).forEach(names::add);
        }
        var folder = Files.createDirectories(file.getParent());
        // If two servers start at the same time, one creates the files and the other one finds them.
        try (var lock = FileChannel.open(folder.resolve(file.getFileName() + ".lock"), CREATE, WRITE)) {
            lock.lock();
            if (!Files.exists(file) || !isFor(names, Instant.now())) {
                makeKeyStore(folder, names);
            }
            if (!Files.exists(pem) || !Files.readString(pem).equals(toPem())) {
                writePem(folder);
            }
        }
    }

    /** Returns whether the certificate has all these names and addresses, and is valid at that time. */
    boolean isFor(Set<String> names, Instant time) throws IOException {
        try {
            return get().getNotAfter().after(Date.from(time)) && get().getSubjectAlternativeNames().stream()
                    .map(typeAndName -> typeAndName.get(1)).collect(Collectors.toSet()).containsAll(names);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    X509Certificate get() throws IOException {
        try {
            return (X509Certificate) keyStore().getCertificate(ALIAS);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** Returns the certificate with its private key. */
    KeyStore keyStore() throws IOException {
        try (var stored = Files.newInputStream(file)) {
            var keyStore = KeyStore.getInstance("PKCS12");
            keyStore.load(stored, PASSWORD);
            return keyStore;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** Returns the path of the certificate alone. */
    Path pem() {
        return pem;
    }

    /** Returns an address as a certificate contains it, without the name of the network interface. */
    private static String name(InetAddress address) {
        return address.getHostAddress().replaceFirst("%.*", "");
    }

    private static boolean isAddress(String host) {
        return host.matches("[0-9.]+|.*:.*");
    }

    private void makeKeyStore(Path folder, Set<String> names) throws IOException {
        var alternatives = names.stream().map(name -> (isAddress(name) ? "ip:" : "dns:") + name)
                .collect(Collectors.joining(","));
        var made = Files.createTempDirectory(folder, "keytool").resolve("store.p12");
        var keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1", "-genkeypair", "-alias", ALIAS, "-keyalg", "EC",
                "-dname", "CN=localhost", "-validity", DAYS,
                "-ext", "san=" + alternatives, "-storetype", "PKCS12", "-keystore", made.toString(),
                "-storepass", new String(PASSWORD)).redirectErrorStream(true)
                .redirectOutput(new File(made + ".log")).start();
        try {
            if (keytool.waitFor() != 0) {
                throw new IOException(Files.readString(Path.of(made + ".log")).strip());
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(Path.of(made + ".log"));
        Files.delete(made.getParent());
    }

    private void writePem(Path folder) throws IOException {
        // Moved, so that no client reads half of it.
        var written = Files.writeString(Files.createTempFile(folder, "certificate", ".pem"), toPem(), US_ASCII);
        Files.move(written, pem, StandardCopyOption.ATOMIC_MOVE);
    }

    private String toPem() throws IOException {
        try {
            var base64 = Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'}).encodeToString(get().getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
