package socketcourse.testing.grading;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import socketcourse.testing.submissions.FileNames;
import socketcourse.testing.submissions.Student;

/**
 * A page for each student of a {@link GradeBook}, named so that Moodle sends it to that student.
 *
 * @param book the grades
 */
record FeedbackPages(GradeBook book) {

    private static final String NAME = "feedback.html";

    /** Writes the pages; those of an earlier run are deleted. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var files = Files.newDirectoryStream(folder, "*.html")) {
            for (var file : files) {
                Files.delete(file);
            }
        }
        for (var student : book.byStudent().entrySet()) {
            Files.writeString(folder.resolve(name(student.getKey())), page(student.getKey(), student.getValue()));
        }
    }

    /** In Moodle's names, the number identifies the student, so the name may be in ASCII. */
    private static String name(Student student) {
        return FileNames.writable(student.number().isEmpty() ? student.name() + ".html" : student.prefix() + NAME);
    }

    private String page(Student student, List<Entry> entries) {
        return Page.of(Html.escaped(student.name()), """
                <p>Note : %s sur %s</p>
                <table>
                <tr><th scope="col">Programme</th><th scope="col">Verdict</th><th scope="col">Étapes réussies</th>\
                <th scope="col">Raison</th></tr>
                %s</table>
                %s%s""".formatted(
                Marks.text(book.marks().of(entries)), book.marks().pointsText(),
                entries.stream().map(FeedbackPages::row).collect(joining()),
                Page.remarks(entries).map("<p>%s</p>\n"::formatted).collect(joining()),
                entries.stream().filter(Entry::hasReport).map(FeedbackPages::report).collect(joining())));
    }

    private static String row(Entry entry) {
        return "<tr><th scope=\"row\">%s %s</th><td class=\"%s\">%s</td><td>%s</td><td>%s</td></tr>\n".formatted(
                entry.lessonNumber(), entry.program(), entry.verdict().name(), Page.verdict(entry),
                entry.stepsPassed(), Html.marked(entry.reason()));
    }

    private static String report(Entry entry) {
        return "<h2>%s %s</h2>\n<pre>%s</pre>\n".formatted(entry.lessonNumber(), entry.program(),
                Html.report(entry.feedback()));
    }
}
