package socketcourse.testing.submissions;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import socketcourse.testing.launch.Launch;

/**
 * The submissions of a class: Moodle's zip or folder, or a folder with one folder or zip per student. The folder of one
 * student is a class of one.
 *
 * @param students the files of each student
 * @param strays   the names of the files that belong to no student
 */
public record ClassFolder(Map<Student, List<Path>> students, List<String> strays) {

    /** {@code NOM Prénom_NUMBER_assignsubmission_file_}, as a folder or before the name of a file. */
    private static final Pattern MOODLE = Pattern.compile("((.+)_(\\d+)_assignsubmission_)(?:file|onlinetext)_.*");

    private static final int MAX_MEGABYTES = 2000;
    private static final int MAX_ENTRIES = 100_000;

    /**
     * Finds the students.
     *
     * @param answers a folder or a zip
     * @param work    a folder for the content of a zip
     * @throws UnreadableSubmission if there is no student
     */
    public static ClassFolder read(Path answers, Path work) throws IOException {
        if (!Files.exists(answers)) {
            throw new UnreadableSubmission("Il n'y a ni dossier ni zip " + answers + ".");
        }
        var folder = answers;
        if (Files.isRegularFile(answers)) {
            folder = Files.createDirectories(work);
            new Unzipper(MAX_MEGABYTES, MAX_ENTRIES).unpack(answers, folder);
        }
        var name = FileNames.of(answers).replaceFirst("(?i)\\.zip$", "");
        while (isWrapper(folder)) {
            folder = Folders.list(folder).get(0);
        }
        var found = isOneStudent(folder)
                ? new ClassFolder(Map.of(new Student(name, "", ""), List.of(folder)), List.of())
                : of(Folders.list(folder));
        if (found.students.isEmpty()) {
            throw new UnreadableSubmission(("Il n'y a pas d'étudiant dans %s, qui contient %s : il faut un dossier par "
                    + "étudiant, ou le zip de Moodle.").formatted(answers, found.strays.isEmpty() ? "rien"
                            : found.strays.stream().limit(5).collect(joining(", "))));
        }
        return found;
    }

    private static ClassFolder of(List<Path> entries) {
        var students = new LinkedHashMap<Student, List<Path>>();
        var strays = new ArrayList<String>();
        for (var entry : entries) {
            var name = FileNames.of(entry);
            var moodle = MOODLE.matcher(name);
            if (moodle.matches()) {
                add(entry, new Student(moodle.group(2), moodle.group(3), moodle.group(1) + "file_"), students);
            } else if (Files.isDirectory(entry)) {
                add(entry, new Student(name, "", ""), students);
            } else if (isZip(entry)) {
                add(entry, new Student(name.replaceFirst("\\.[^.]*$", ""), "", ""), students);
            } else {
                strays.add(name);
            }
        }
        return new ClassFolder(withUniqueNames(students), strays);
    }

    private static void add(Path entry, Student student, Map<Student, List<Path>> students) {
        students.computeIfAbsent(student, absent -> new ArrayList<>()).add(entry);
    }

    private static Map<Student, List<Path>> withUniqueNames(Map<Student, List<Path>> students) {
        var unique = new LinkedHashMap<Student, List<Path>>();
        students.forEach((student, files) -> {
            var namesakes = students.keySet().stream().filter(other -> other.name().equals(student.name())).count();
            unique.put(namesakes == 1 ? student : new Student("%s (%s)".formatted(student.name(), student.number()),
                    student.number(), student.prefix()), files);
        });
        return unique;
    }

    /** Returns whether a folder contains nothing but the folder of the class. */
    private static boolean isWrapper(Path folder) throws IOException {
        var entries = Folders.list(folder);
        if (entries.size() != 1 || !Files.isDirectory(entries.get(0)) || isMoodle(entries.get(0))) {
            return false;
        }
        var inside = Folders.list(entries.get(0));
        return inside.stream().anyMatch(ClassFolder::isMoodle)
                || inside.size() > 1 && inside.stream().allMatch(Files::isDirectory) && !isOneStudent(entries.get(0));
    }

    /** Returns whether a folder contains programs, or nothing but folders of lessons or sources. */
    private static boolean isOneStudent(Path folder) throws IOException {
        var entries = Folders.list(folder);
        var folders = entries.stream().filter(Files::isDirectory).toList();
        var hasPrograms = entries.stream().anyMatch(entry -> Files.isRegularFile(entry) && Launch.isProgram(entry));
        return entries.stream().noneMatch(ClassFolder::isMoodle) && (hasPrograms || !folders.isEmpty()
                && folders.stream().allMatch(entry -> LessonFolder.number(entry).isPresent()
                || FileNames.of(entry).equals("src")));
    }

    private static boolean isMoodle(Path path) {
        return MOODLE.matcher(FileNames.of(path)).matches();
    }

    private static boolean isZip(Path path) {
        return Files.isRegularFile(path) && FileNames.isZip(path);
    }
}
