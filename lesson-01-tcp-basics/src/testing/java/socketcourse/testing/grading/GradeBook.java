package socketcourse.testing.grading;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Collator;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import socketcourse.testing.terminal.Texts;

/**
 * The grades of a class in a lesson: a table for the screen, a CSV for a gradebook, a page for the instructor. What the
 * lessons of one build write is put together.
 *
 * @param lesson   the folder of the lesson
 * @param programs the IDs of its programs
 * @param entries  what each student got for each of them
 */
record GradeBook(String lesson, List<String> programs, List<Entry> entries) {

    /** As a French list has them, É beside E. */
    private static final Comparator<String> BY_NAME =
            comparing((String name) -> name, Collator.getInstance(Locale.FRENCH)).thenComparing(naturalOrder());

    /** A reason in which something else stands in the place of a text: up to where they part. */
    private static final String UNLIKE_ITS_TEXT =
            "(attendu : (.*)\\(texte\\).* ; obtenu : \\2(?!\\(texte\\)).).*";

    private static final String HEADER = "student,lesson,program,verdict,step,reason,seconds\n";

    /** What a student got for a program, and how long that took. */
    record Entry(String student, String program, Grade grade, Duration time) {
    }

    /** Students by programs, as Markdown. */
    String table() {
        return "\n| %s | %s |\n|---|%s\n%s".formatted(lesson, String.join(" | ", programs),
                "---|".repeat(programs.size()),
                byStudent().entrySet().stream().map(student -> "| %s | %s |\n".formatted(student.getKey(),
                        student.getValue().stream().map(entry -> entry.grade.verdict().toString())
                                .collect(joining(" | ")))).collect(joining()));
    }

    /** The entries of each student, in the order of the programs. */
    Map<String, List<Entry>> byStudent() {
        return entries.stream().collect(groupingBy(Entry::student, () -> new TreeMap<>(BY_NAME), toList()));
    }

    /**
     * Writes {@code grades.csv} and {@code grades.html} into a folder, with what other lessons of this build have
     * there.
     *
     * @return the page
     */
    Path write(Path folder) throws IOException {
        var parts = Files.createDirectories(folder.resolve("grades").resolve(System.getProperty("build.timestamp")));
        // With mvn -T, several lessons write at once.
        try (var lock = FileChannel.open(parts.resolve("lock"), CREATE, WRITE)) {
            lock.lock();
            Files.writeString(parts.resolve(lesson + ".csv"), rows());
            Files.writeString(parts.resolve(lesson + ".html"), new GradePage(this).section());
            Files.writeString(folder.resolve("grades.csv"), HEADER + join(parts, ".csv"));
            return Files.writeString(folder.resolve("grades.html"), GradePage.page(join(parts, ".html"))).normalize();
        }
    }

    private static String join(Path folder, String end) throws IOException {
        try (var files = Files.list(folder)) {
            var text = new StringBuilder();
            for (var file : files.filter(part -> part.toString().endsWith(end)).sorted().toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }

    private String rows() {
        return byStudent().values().stream().flatMap(List::stream).map(this::row).collect(joining());
    }

    private String row(Entry entry) {
        return Stream.of(entry.student, lesson, entry.program, entry.grade.verdict().toString(),
                        entry.grade.step() == 0 ? "" : "" + entry.grade.step(), entry.grade.reason(),
                        "%d.%d".formatted(entry.time.toSeconds(), entry.time.toMillisPart() / 100))
                .map(GradeBook::field).collect(joining(",", "", "\n"));
    }

    /** A field as RFC 4180, section 2, wants it; what a spreadsheet would take for a formula is text. */
    private static String field(String text) {
        var value = text.matches("(?s)[=+@\t\r-].*") ? "'" + text : text;
        return value.matches("(?s).*[\",\r\n].*") ? "\"" + value.replace("\"", "\"\"") + "\"" : value;
    }

    /** The entries that failed, by the step at which they did, the most failed first. */
    List<Map.Entry<String, List<Entry>>> failures() {
        return entries.stream().filter(entry -> entry.grade.step() > 0)
                .collect(groupingBy(entry -> "%s, étape %d : %s".formatted(entry.program, entry.grade.step(),
                        entry.grade.requirement()), TreeMap::new, toList()))
                .entrySet().stream().sorted(comparing(step -> -step.getValue().size())).toList();
    }

    /** The reasons of some entries, without what is new in each grade, and their numbers, the most frequent first. */
    static List<Map.Entry<String, Long>> reasons(List<Entry> entries) {
        return entries.stream().collect(groupingBy(entry -> Texts.withoutAny(entry.grade.reason())
                        .replaceAll("\\d{4,}", "N").replaceFirst(UNLIKE_ITS_TEXT, "$1…"), TreeMap::new, counting()))
                .entrySet().stream().sorted(comparing(reason -> -reason.getValue())).toList();
    }
}
