package socketcourse.websockets;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.File;
import java.io.FileInputStream;
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
import java.util.Date;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A server's certificate, its own word, with its key: in a file that {@code keytool} makes. */
final class Certificate {

    /** No secret: who can read the file, may. */
    static final char[] PASSWORD = "socketcourse".toCharArray();

    private static final String ALIAS = "server";
    private static final String DAYS = "3650";

    private final Path file;

    Certificate(Path file) {
        this.file = file;
    }

    /**
     * Makes it for that host, {@code localhost} and the addresses of this machine, unless there is one that will do.
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
        if (willDo(names)) {
            return;
        }
        var folder = Files.createDirectories(file.toAbsolutePath().getParent());
        // Of two servers that start at once, one makes it and the other one finds it.
        try (var lock = FileChannel.open(folder.resolve(file.getFileName() + ".lock"), CREATE, WRITE)) {
            lock.lock();
            if (!willDo(names)) {
                make(folder, names);
            }
        }
    }

    private boolean willDo(Set<String> names) throws IOException {
        return Files.exists(file) && isFor(names, Instant.now());
    }

    /** Whether it has all these names and addresses, and is valid at that time. */
    boolean isFor(Set<String> names, Instant time) throws IOException {
        try {
            var certificate = (X509Certificate) get();
            return certificate.getNotAfter().after(Date.from(time)) && certificate.getSubjectAlternativeNames().stream()
                    .map(typeAndName -> typeAndName.get(1)).collect(Collectors.toSet()).containsAll(names);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** What a client trusts. */
    java.security.cert.Certificate get() throws IOException, GeneralSecurityException {
        return keyStore().getCertificate(ALIAS);
    }

    /** The certificate with its key. */
    KeyStore keyStore() throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) {
            throw new IOException("pas de certificat, lancez d'abord le serveur avec -Dtls=true : " + file);
        }
        try (var stored = new FileInputStream(file.toFile())) {
            var keyStore = KeyStore.getInstance("PKCS12");
            keyStore.load(stored, PASSWORD);
            return keyStore;
        }
    }

    /** An address as a certificate has it, without the network card of this machine. */
    private static String name(InetAddress address) {
        return address.getHostAddress().replaceFirst("%.*", "");
    }

    private static boolean isAddress(String host) {
        return host.matches("[0-9.]+|.*:.*");
    }

    private void make(Path folder, Set<String> names) throws IOException {
        var alternatives = names.stream().map(name -> (isAddress(name) ? "ip:" : "dns:") + name)
                .collect(Collectors.joining(","));
        // Made beside it and moved: no client finds half of it.
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
}
