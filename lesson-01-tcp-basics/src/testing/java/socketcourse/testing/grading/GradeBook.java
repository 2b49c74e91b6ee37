package socketcourse.testing.grading;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import socketcourse.testing.terminal.Texts;

/**
 * The grades of a class: a table for the screen, a CSV file for a spreadsheet, a page for the lecturer.
 *
 * @param entries the grades, lesson by lesson
 */
record GradeBook(List<Entry> entries) {

    /** The order of a French list: É beside E. */
    private static final Comparator<String> BY_NAME =
            comparing((String name) -> name, Collator.getInstance(Locale.FRENCH)).thenComparing(naturalOrder());

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Two random texts of a reason differ in each run: only the part before them is kept. */
    private static final String UNLIKE_ITS_TEXT =
            "(attendu : (.*)\\(texte\\).* ; obtenu : \\2(?!\\(texte\\)).).*";

    /** Returns students by programs, as Markdown. */
    String table() {
        var columns = columns();
        return "\n| étudiant | %s |\n|---|%s\n%s".formatted(String.join(" | ", columns), "---|".repeat(columns.size()),
                byStudent().entrySet().stream().map(student -> "| %s | %s |\n".formatted(student.getKey(),
                        student.getValue().stream().map(entry -> entry.verdict().toString()).collect(joining(" | "))))
                        .collect(joining()));
    }

    private List<String> columns() {
        var manyLessons = byLesson().size() > 1;
        return byStudent().values().iterator().next().stream()
                .map(entry -> (manyLessons ? entry.lessonNumber() + " " : "") + entry.program()).toList();
    }

    /** Returns the entries of each student, in the order of the programs. */
    Map<String, List<Entry>> byStudent() {
        return entries.stream().sorted(comparing(Entry::lesson).thenComparing(Entry::program))
                .collect(groupingBy(Entry::student, () -> new TreeMap<>(BY_NAME), toList()));
    }

    /** Returns the entries of each lesson. */
    Map<String, GradeBook> byLesson() {
        var lessons = new TreeMap<String, GradeBook>();
        entries.stream().collect(groupingBy(Entry::lesson)).forEach((lesson, grades) ->
                lessons.put(lesson, new GradeBook(grades)));
        return lessons;
    }

    /**
     * Writes {@code grades.csv} and {@code grades.html}.
     *
     * @return the page
     */
    Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("grades.csv"), BYTE_ORDER_MARK + csv());
        return Files.writeString(folder.resolve("grades.html"), new GradePage(this).page());
    }

    /** Returns the form that a French spreadsheet opens without questions: semicolons, decimal commas, quotes. */
    private String csv() {
        return Stream.concat(
                Stream.of(row(Stream.of("étudiant", "leçon", "programme", "verdict", "étapes", "raison", "durée"))),
                byStudent().values().stream().flatMap(List::stream).map(GradeBook::row)).collect(joining());
    }

    private static String row(Entry entry) {
        return row(Stream.of(entry.student(), entry.lessonNumber(), entry.program(), entry.verdict().toString(),
                entry.steps() == 0 ? "" : entry.passed() + " sur " + entry.steps(), entry.reason(),
                entry.time().toSeconds() + "," + entry.time().toMillisPart() / 100));
    }

    private static String row(Stream<String> cells) {
        return cells.map(GradeBook::cell).collect(joining(";", "", "\r\n"));
    }

    /** Returns a quoted cell (RFC 4180, section 2); an apostrophe keeps a spreadsheet from reading a formula. */
    private static String cell(String text) {
        var value = text.matches("(?s)[=+@\t\r-].*") ? "'" + text : text;
        return "\"" + value.replace("\"", "\"\"") + "\"";
    }

    /** Returns the entries that failed, by the step at which they did, the most often failed step first. */
    List<Map.Entry<String, List<Entry>>> failures() {
        return entries.stream().filter(entry -> !entry.requirement().isEmpty())
                .collect(groupingBy(entry -> entry.program() + ", " + entry.requirement(), TreeMap::new, toList()))
                .entrySet().stream()
                .sorted(comparing((Map.Entry<String, List<Entry>> step) -> -step.getValue().size())).toList();
    }

    /** Returns the reasons of some entries, without random parts, and their numbers, the most frequent first. */
    static List<Map.Entry<String, Long>> reasons(List<Entry> entries) {
        return entries.stream().collect(groupingBy(entry -> Texts.withoutAny(entry.reason())
                        .replaceAll("\\d{4,}", "N").replaceFirst(UNLIKE_ITS_TEXT, "$1…"), TreeMap::new, counting()))
                .entrySet().stream().sorted(comparing(reason -> -reason.getValue())).toList();
    }
}
