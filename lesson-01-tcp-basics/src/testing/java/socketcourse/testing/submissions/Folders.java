package socketcourse.testing.submissions;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.util.Comparator.reverseOrder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** Folders of files. Symbolic links are ignored, because they may lead anywhere. */
final class Folders {

    private Folders() {
    }

    /** Returns what is in a folder, except for files and folders that systems, editors and compilers leave. */
    static List<Path> list(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.filter(path -> !isLeftOver(path)).sorted().toList();
        }
    }

    /** Returns the files in a folder and its subfolders, in the same way. */
    static List<Path> files(Path folder) throws IOException {
        return regularFiles(folder, path -> {
            for (var part = path; !part.equals(folder); part = part.getParent()) {
                if (isLeftOver(part)) {
                    return false;
                }
            }
            return true;
        });
    }

    private static boolean isLeftOver(Path path) {
        return FileNames.of(path).matches("[._].*|.*~|.*\\.(class|pyc|o)|node_modules|venv|Thumbs\\.db|desktop\\.ini");
    }

    private static List<Path> regularFiles(Path folder, Predicate<Path> wanted) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(path -> Files.isRegularFile(path, NOFOLLOW_LINKS)).filter(wanted).sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Returns the size of a file, or of all files in a folder, in bytes. */
    static long size(Path folder) throws IOException {
        var size = 0L;
        for (var file : regularFiles(folder, path -> true)) {
            size += Files.size(file);
        }
        return size;
    }

    /** Copies the files of a folder, under names that the locale can represent. */
    static void copy(Path folder, Path target) throws IOException {
        for (var file : regularFiles(folder, path -> true)) {
            var copy = target;
            for (var part : folder.relativize(file)) {
                copy = copy.resolve(FileNames.writable(FileNames.of(folder.resolve(part))));
            }
            copyFile(file, copy);
        }
    }

    static void copyFile(Path file, Path copy) throws IOException {
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, COPY_ATTRIBUTES);
    }

    /** Deletes a folder, if there is one. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var paths = Files.walk(folder)) {
                for (var path : paths.sorted(reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
