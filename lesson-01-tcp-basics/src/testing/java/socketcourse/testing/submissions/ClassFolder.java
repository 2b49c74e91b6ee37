package socketcourse.testing.submissions;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import socketcourse.testing.launch.Launch;

/**
 * The submissions of a class: Moodle's zip or folder, or a folder with one folder or zip per student. The folder of one
 * student is a class of one.
 *
 * @param students what each student submitted
 * @param strays   the names of the files that belong to no student
 */
public record ClassFolder(List<StudentFiles> students, List<String> strays) {

    /** {@code NOM Prénom_NUMBER_assignsubmission_file_}, as a folder or before the name of a file. */
    private static final Pattern MOODLE = Pattern.compile("((.+)_(\\d+)_assignsubmission_)(?:file|onlinetext)_.*");

    private static final int MAX_MEGABYTES = 2000;
    private static final int MAX_ENTRIES = 100_000;

    /**
     * Copies the submissions.
     *
     * @param answers a folder or a zip
     * @param work    the folder for the copies; its former content is deleted
     * @throws UnreadableSubmission if there is no student
     */
    public static ClassFolder read(Path answers, Path work) throws IOException {
        if (!Files.exists(answers)) {
            throw new UnreadableSubmission("Il n'y a ni dossier ni zip " + answers + ".");
        }
        Folders.delete(work);
        var folder = answers;
        if (Files.isRegularFile(answers)) {
            folder = Files.createDirectories(work.resolve("zip"));
            new Unzipper(MAX_MEGABYTES, MAX_ENTRIES).unpack(answers, folder);
        }
        var name = FileNames.of(answers).replaceFirst("(?i)\\.zip$", "");
        while (isWrapper(folder)) {
            folder = Folders.list(folder).get(0);
        }
        if (isOneStudent(folder)) {
            return new ClassFolder(copies(Map.of(new Student(name, "", ""), List.of(folder)), work), List.of());
        }
        var students = new LinkedHashMap<Student, List<Path>>();
        var strays = new ArrayList<String>();
        for (var entry : Folders.list(folder)) {
            student(entry).ifPresentOrElse(
                    student -> students.computeIfAbsent(student, absent -> new ArrayList<>()).add(entry),
                    () -> strays.add(FileNames.of(entry)));
        }
        if (students.isEmpty()) {
            throw new UnreadableSubmission(("Il n'y a pas d'étudiant dans %s, qui contient %s : il faut un dossier par "
                    + "étudiant, ou le zip de Moodle.").formatted(answers, strays.isEmpty() ? "rien"
                            : strays.stream().limit(5).collect(joining(", "))));
        }
        return new ClassFolder(copies(withUniqueNames(students), work), strays);
    }

    private static Optional<Student> student(Path entry) {
        var name = FileNames.of(entry);
        var moodle = MOODLE.matcher(name);
        if (moodle.matches()) {
            return Optional.of(new Student(moodle.group(2), moodle.group(3), moodle.group(1) + "file_"));
        }
        return Files.isDirectory(entry) ? Optional.of(new Student(name, "", ""))
                : Optional.of(name).filter(file -> FileNames.isZip(entry))
                        .map(file -> new Student(file.replaceFirst("\\.[^.]*$", ""), "", ""));
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

    private static List<StudentFiles> copies(Map<Student, List<Path>> students, Path work) throws IOException {
        var copies = new ArrayList<StudentFiles>();
        for (var student : students.entrySet()) {
            var name = FileNames.ascii(student.getKey().name()).replace(' ', '-');
            var copy = work.resolve(String.format(Locale.ROOT, "%03d-%s", copies.size() + 1, name));
            copies.add(StudentFiles.read(student.getKey(), student.getValue(), copy));
        }
        return copies;
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
}
