package socketcourse.testing.submissions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Unpacks zips of unknown people: it writes nothing outside the target and stops at a limit. */
final class Unzipper {

    /** The charset of names in a zip that old Windows versions wrote. */
    private static final Charset OLD_WINDOWS = Charset.forName("IBM850");

    private final long maxMegabytes;
    private final int maxEntries;
    private long bytes;
    private int entries;

    /**
     * Creates an unzipper with limits for all zips that it unpacks together.
     *
     * @param maxMegabytes the size after unpacking
     */
    Unzipper(long maxMegabytes, int maxEntries) {
        this.maxMegabytes = maxMegabytes;
        this.maxEntries = maxEntries;
    }

    /**
     * Unpacks a zip. Its file times are kept.
     *
     * @throws UnreadableSubmission if it is no zip, is encrypted, exceeds a limit or contains a path outside the target
     */
    void unpack(Path zip, Path target) throws IOException {
        try {
            unpack(zip, target, UTF_8);
        } catch (ZipException e) {
            if (!e.getMessage().contains("bad entry name")) {
                throw unreadable(zip, "ce n'est pas un zip valable (%s)".formatted(e.getMessage()));
            }
            unpack(zip, target, OLD_WINDOWS);
        }
    }

    private void unpack(Path zip, Path target, Charset names) throws IOException {
        try (var file = new ZipFile(zip.toFile(), names)) {
            for (var entry : Collections.list(file.entries())) {
                if (++entries > maxEntries) {
                    throw unreadable(zip, "il contient plus de " + maxEntries + " fichiers");
                }
                var path = path(zip, entry, target);
                if (!entry.isDirectory()) {
                    Files.createDirectories(path.getParent());
                    try (var in = file.getInputStream(entry)) {
                        copy(zip, in, path);
                    }
                    Files.setLastModifiedTime(path, entry.getLastModifiedTime());
                } else {
                    Files.createDirectories(path);
                }
            }
        }
    }

    private static Path path(Path zip, ZipEntry entry, Path target) throws UnreadableSubmission {
        var path = target;
        for (var name : entry.getName().split("[/\\\\]+")) {
            if (name.equals("..") || name.endsWith(":")) {
                throw unreadable(zip, "il contient un chemin qui en sort (%s)".formatted(entry.getName()));
            }
            path = path.resolve(FileNames.writable(name));
        }
        return path;
    }

    /** Counts the bytes as they come, because the size in the entry may be a lie. */
    private void copy(Path zip, InputStream in, Path path) throws IOException {
        try (var out = Files.newOutputStream(path)) {
            var buffer = new byte[8192];
            int length;
            while ((length = in.read(buffer)) > 0) {
                bytes += length;
                if (bytes > maxMegabytes << 20) {
                    throw unreadable(zip, "il contient plus de " + maxMegabytes + " Mo");
                }
                out.write(buffer, 0, length);
            }
        }
    }

    private static UnreadableSubmission unreadable(Path zip, String reason) {
        return new UnreadableSubmission("%s n'est pas décompressé : %s.".formatted(FileNames.of(zip), reason));
    }
}
