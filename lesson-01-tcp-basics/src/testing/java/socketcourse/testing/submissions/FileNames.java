package socketcourse.testing.submissions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The names that students give to files, in any locale. */
public final class FileNames {

    private static final Pattern SECOND_DOWNLOAD = Pattern.compile(" ?\\(\\d+\\)(?=\\.|$)| - Cop(y|ie)(?=\\.|$)");
    private static final Pattern TXT = Pattern.compile("(\\.\\w+)\\.txt$", Pattern.CASE_INSENSITIVE);

    private FileNames() {
    }

    /**
     * Returns the name of a file. {@link Path#toString} loses what the locale cannot represent, and macOS decomposes
     * accents.
     */
    static String of(Path file) {
        var path = file.toUri().getRawPath().replaceFirst("/$", "").replaceFirst(".*/", "").replace("+", "%2B");
        return Normalizer.normalize(URLDecoder.decode(path, UTF_8), Normalizer.Form.NFC);
    }

    /** Returns a name without accents, and with {@code _} for other characters that are not ASCII. */
    static String ascii(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "")
                .replaceAll("[^\\x20-\\x7e]|[<>:\"/\\\\|?*]", "_");
    }

    /** Returns a name as this system and its locale can write it: itself, otherwise in ASCII. */
    public static String writable(String name) {
        try {
            return Path.of(name).toString();
        } catch (InvalidPathException e) {
            return ascii(name);
        }
    }

    static boolean isZip(Path file) {
        return of(file).toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /** Returns a name without what a browser or an editor has added: {@code reply_server (1).py.txt}. */
    static String clean(String name) {
        return SECOND_DOWNLOAD.matcher(TXT.matcher(name).replaceFirst("$1")).replaceAll("");
    }

    /** Returns the program ID in a name, which may be written as in the shell, in Python, in Java or in French. */
    public static String programId(String name) {
        return ascii(clean(name)).replaceFirst("\\.[^.]*$", "").replaceAll("(?<=[a-z])(?=[A-Z])|[_ .-]+", "-")
                .toLowerCase(Locale.ROOT).replace("serveur", "server");
    }
}
