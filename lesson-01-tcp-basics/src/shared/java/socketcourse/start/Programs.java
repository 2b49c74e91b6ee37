package socketcourse.start;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
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
     * The {@code main} of each class of a package that has one, by its ID: {@code ReplyServer} is {@code reply-server}.
     * No class is initialized: what one of them does then is no affair of the others.
     *
     * @throws IOException if the package is no folder that can be read
     */
    static SortedMap<String, Method> in(String packageName) throws IOException, URISyntaxException {
        var programs = new TreeMap<String, Method>();
        var classes = Path.of(Programs.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (var files = Files.newDirectoryStream(classes.resolve(packageName.replace('.', '/')), "*.class")) {
            for (var file : files) {
                var name = file.getFileName().toString().replace(".class", "");
                try {
                    var main = Class.forName(packageName + "." + name, false, Programs.class.getClassLoader())
                            .getMethod("main", String[].class);
                    if (Modifier.isStatic(main.getModifiers())) {
                        // As Java itself does, even if the class is not public.
                        main.setAccessible(true);
                        programs.put(id(name), main);
                    }
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
