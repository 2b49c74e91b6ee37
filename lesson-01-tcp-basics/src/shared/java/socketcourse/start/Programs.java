package socketcourse.start;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The programs of a lesson: the classes that have a {@code main}, by their IDs; {@code ReplyServer} is
 * {@code reply-server}. A class is loaded when it is asked for, and what the others do is no affair of it.
 */
final class Programs {

    private final SortedMap<String, String> classNames = new TreeMap<>();

    /**
     * The programs of some packages.
     *
     * @throws IOException if one of them is no folder that can be read
     */
    Programs(String... packages) throws IOException, URISyntaxException {
        var classes = Path.of(Programs.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        for (var packageName : packages) {
            try (var files = Files.newDirectoryStream(classes.resolve(packageName.replace('.', '/')), "*.class")) {
                for (var file : files) {
                    var name = file.getFileName().toString().replace(".class", "");
                    classNames.put(id(name), packageName + "." + name);
                }
            }
        }
    }

    private static String id(String className) {
        return className.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** The IDs, in the order of the alphabet. */
    List<String> ids() {
        return classNames.keySet().stream().filter(id -> find(id).isPresent()).toList();
    }

    /** The {@code main} of the program with this ID, if there is one. */
    Optional<Method> find(String id) {
        if (!classNames.containsKey(id)) {
            return Optional.empty();
        }
        try {
            var main = Class.forName(classNames.get(id), false, Programs.class.getClassLoader())
                    .getMethod("main", String[].class);
            // As Java itself does, even if the class is not public.
            main.setAccessible(true);
            return Optional.of(main).filter(method -> Modifier.isStatic(method.getModifiers()));
        } catch (ReflectiveOperationException e) {
            // No program, but what belongs to one.
            return Optional.empty();
        }
    }
}
