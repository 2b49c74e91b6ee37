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
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import socketcourse.testing.submissions.Student;
import socketcourse.testing.terminal.Texts;

/**
 * The grades of a class: a table for the screen, a CSV file for a spreadsheet, a page for the lecturer, and a page for
 * each student.
 *
 * @param entries the grades
 * @param marks   the scale of the marks
 */
record GradeBook(List<Entry> entries, Marks marks) {

    /** The order of a French list: É beside E. */
    private static final Comparator<Student> BY_NAME = comparing(Student::name, Collator.getInstance(Locale.FRENCH))
            .thenComparing(Student::name, naturalOrder()).thenComparing(Student::number);

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Two random texts of a reason differ in each run: only the part before them is kept. */
    private static final String UNLIKE_ITS_TEXT =
            "(attendu : (.*)\\(texte\\).* ; obtenu : \\2(?!\\(texte\\)).).*";

    /** A column of the table: a program of a lesson. */
    record Column(String lesson, String program) {

        boolean contains(Entry entry) {
            return entry.lesson().equals(lesson) && entry.program().equals(program);
        }
    }

    /** Returns students by programs, with the mark, as Markdown. */
    String table() {
        var manyLessons = byLesson().size() > 1;
        var columns = columns();
        var titles = columns.stream().map(column -> manyLessons
                ? column.lesson().replaceAll("\\D", "") + " " + column.program() : column.program());
        return "\n| étudiant | %s | note |\n|---|%s---|\n%s".formatted(titles.collect(joining(" | ")),
                "---|".repeat(columns.size()), byStudent().entrySet().stream().map(student ->
                        "| %s | %s | %s |\n".formatted(student.getKey().name(), columns.stream().map(column ->
                                        find(column, student.getValue()).map(entry -> entry.verdict().toString())
                                                .orElse("")).collect(joining(" | ")),
                                Marks.text(marks.of(student.getValue())))).collect(joining()));
    }

    /** Returns the programs that some student has a grade for. */
    List<Column> columns() {
        return entries.stream().sorted(comparing(Entry::lesson).thenComparing(Entry::program))
                .map(entry -> new Column(entry.lesson(), entry.program())).distinct().toList();
    }

    static Optional<Entry> find(Column column, List<Entry> entries) {
        return entries.stream().filter(column::contains).findFirst();
    }

    /** Returns the entries of each student, in the order of the programs. */
    Map<Student, List<Entry>> byStudent() {
        return entries.stream().sorted(comparing(Entry::lesson).thenComparing(Entry::program))
                .collect(groupingBy(Entry::student, () -> new TreeMap<>(BY_NAME), toList()));
    }

    /** Returns the entries of each lesson. */
    Map<String, GradeBook> byLesson() {
        var lessons = new TreeMap<String, GradeBook>();
        entries.stream().collect(groupingBy(Entry::lesson)).forEach((lesson, grades) ->
                lessons.put(lesson, new GradeBook(grades, marks)));
        return lessons;
    }

    /**
     * Writes {@code grades.csv}, {@code grades.html} and the folder {@code feedback}.
     *
     * @return the page
     */
    Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("grades.csv"), BYTE_ORDER_MARK + csv());
        new FeedbackPages(this).write(folder.resolve("feedback"));
        return Files.writeString(folder.resolve("grades.html"), new GradePage(this).page());
    }

    /** Returns the form that a French spreadsheet opens without questions: semicolons, decimal commas, quotes. */
    private String csv() {
        return Stream.concat(Stream.of(row(Stream.of("étudiant", "leçon", "programme", "verdict", "étapes", "note",
                                "raison", "durée"))),
                byStudent().values().stream().flatMap(List::stream).map(this::row)).collect(joining());
    }

    private String row(Entry entry) {
        return row(Stream.of(entry.student().name(), entry.lessonNumber(), entry.program(), entry.verdict().toString(),
                entry.stepsPassed(), Marks.text(marks.of(entry)), entry.reason(),
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
