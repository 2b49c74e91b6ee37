package socketcourse.start;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** The programs of a lesson. */
final class Programs {

    private Programs() {
    }

    /**
     * The classes of a package that have a {@code main}, by their IDs: {@code ReplyServer} is {@code reply-server}.
     *
     * @throws IOException if the package is no folder that can be read
     */
    static SortedMap<String, Class<?>> in(String packageName) throws IOException, URISyntaxException {
        var programs = new TreeMap<String, Class<?>>();
        var classes = Path.of(Programs.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (var files = Files.newDirectoryStream(classes.resolve(packageName.replace('.', '/')), "*.class")) {
            for (var file : files) {
                var name = file.getFileName().toString().replace(".class", "");
                try {
                    var type = Class.forName(packageName + "." + name);
                    type.getMethod("main", String[].class);
                    programs.put(id(name), type);
                } catch (ReflectiveOperationException e) {
                    // No program, but what belongs to one.
                }
            }
        }
        return programs;
    }

    private static String id(String className) {
        return className.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
