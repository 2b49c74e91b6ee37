package socketcourse.testing.submissions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A copy of what a student submitted, so that its programs change nothing in the submission.
 *
 * @param student the student
 * @param lessons the files, each with the number of the lesson that a folder names
 * @param remarks what the author and the lecturer should know, in French
 */
public record StudentFiles(Student student, Map<Path, OptionalInt> lessons, List<String> remarks) {

    private static final int MAX_MEGABYTES = 100;
    private static final int MAX_ENTRIES = 10_000;
    private static final int MAX_ZIPS_IN_ZIPS = 3;

    /**
     * Copies a submission and unpacks its zips.
     *
     * @param entries the student's files and folders
     * @param copy    the folder for the copy
     */
    static StudentFiles read(Student student, List<Path> entries, Path copy) throws IOException {
        var lessons = new LinkedHashMap<Path, OptionalInt>();
        var remarks = new ArrayList<String>();
        for (var entry : entries) {
            var folder = copy;
            if (Folders.size(entry) > (long) MAX_MEGABYTES << 20) {
                remarks.add("%s fait plus de %s Mo : ses programmes tournent dans ce dossier, et non dans une copie."
                        .formatted(FileNames.of(entry), MAX_MEGABYTES));
                folder = entry;
            } else {
                copy(entry, copy, student);
                remarks.addAll(unpackZips(copy, new Unzipper(MAX_MEGABYTES, MAX_ENTRIES), MAX_ZIPS_IN_ZIPS));
                remarks.addAll(cleanNames(copy));
            }
            for (var file : Files.isDirectory(folder) ? Folders.files(folder) : List.of(folder)) {
                lessons.put(file, lesson(file, folder));
            }
        }
        return new StudentFiles(student, lessons, remarks);
    }

    private static void copy(Path entry, Path target, Student student) throws IOException {
        if (Files.isDirectory(entry)) {
            Folders.copy(entry, target);
        } else {
            var name = FileNames.of(entry);
            var ownName = name.startsWith(student.prefix()) ? name.substring(student.prefix().length()) : name;
            Folders.copyFile(entry, target.resolve(FileNames.writable(ownName)));
        }
    }

    /** Replaces each zip by its content. */
    private static List<String> unpackZips(Path folder, Unzipper unzipper, int depth) throws IOException {
        var remarks = new ArrayList<String>();
        var zips = Folders.files(folder).stream().filter(file -> depth > 0 && FileNames.isZip(file)).toList();
        for (var zip : zips) {
            var target = zip.resolveSibling(FileNames.writable(FileNames.of(zip).replaceFirst("\\.[^.]*$", "")));
            try {
                unzipper.unpack(zip, target);
                Files.delete(zip);
                remarks.addAll(unpackZips(target, unzipper, depth - 1));
            } catch (UnreadableSubmission e) {
                remarks.add(e.getMessage());
            }
        }
        return remarks;
    }

    private static List<String> cleanNames(Path folder) throws IOException {
        var remarks = new ArrayList<String>();
        for (var file : Folders.files(folder)) {
            var name = FileNames.of(file);
            var clean = file.resolveSibling(FileNames.writable(FileNames.clean(name)));
            if (!Files.exists(clean)) {
                Files.move(file, clean);
                remarks.add("%s est lu comme %s.".formatted(name, FileNames.clean(name)));
            }
        }
        return remarks;
    }

    private static OptionalInt lesson(Path file, Path folder) {
        for (var parent = file.getParent(); parent.startsWith(folder) && !parent.equals(folder);
                parent = parent.getParent()) {
            if (LessonFolder.number(parent).isPresent()) {
                return LessonFolder.number(parent);
            }
        }
        return OptionalInt.empty();
    }

    /** Returns whether a folder names the lesson. */
    public boolean hasFolderFor(int lesson) {
        return lessons.containsValue(OptionalInt.of(lesson));
    }

    /** Returns the files in the folder of a lesson; if there is none, those that are in no lesson's folder. */
    List<Path> of(int lesson) {
        var wanted = hasFolderFor(lesson) ? OptionalInt.of(lesson) : OptionalInt.empty();
        return lessons.keySet().stream().filter(file -> lessons.get(file).equals(wanted)).toList();
    }
}
