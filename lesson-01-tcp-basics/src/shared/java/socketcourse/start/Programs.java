package socketcourse.start;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The programs of a lesson: the classes that have a {@code main}, by ID. The ID of {@code ReplyServer} is
 * {@code reply-server}. Classes load lazily, so a broken program does not affect the others.
 */
final class Programs {

    private final SortedMap<String, String> classNames = new TreeMap<>();

    /**
     * Finds the programs of some packages on the class path.
     *
     * @throws IOException if the folder of a package cannot be read
     */
    Programs(String... packages) throws IOException, URISyntaxException {
        for (var packageName : packages) {
            var folders = Programs.class.getClassLoader().getResources(packageName.replace('.', '/'));
            for (var folder : Collections.list(folders)) {
                add(Path.of(folder.toURI()), packageName);
            }
        }
    }

    private void add(Path folder, String packageName) throws IOException {
        try (var files = Files.newDirectoryStream(folder, "*.class")) {
            for (var file : files) {
                var name = file.getFileName().toString().replace(".class", "");
                classNames.put(id(name), packageName + "." + name);
            }
        }
    }

    private static String id(String className) {
        return className.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** Returns the IDs in alphabetical order. */
    List<String> ids() {
        return classNames.keySet().stream().filter(id -> find(id).isPresent()).toList();
    }

    /** Returns the {@code main} of the program with this ID, if there is one. */
    Optional<Method> find(String id) {
        if (!classNames.containsKey(id)) {
            return Optional.empty();
        }
        try {
            var main = Class.forName(classNames.get(id), false, Programs.class.getClassLoader())
                    .getMethod("main", String[].class);
            // Java also starts a class that is not public.
            main.setAccessible(true);
            return Optional.of(main).filter(method -> Modifier.isStatic(method.getModifiers()));
        } catch (ReflectiveOperationException e) {
            // A class without main is a part of a program.
            return Optional.empty();
        }
    }
}
