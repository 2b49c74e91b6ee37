package socketcourse.testing.grading;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * A {@link GradeBook} as one self-contained page.
 *
 * @param book the grades
 */
record GradePage(GradeBook book) {

    /** Returns the whole page. */
    String page() {
        return Page.of("Résultats de la classe", book.byLesson().entrySet().stream()
                .map(lesson -> section(lesson.getKey(), lesson.getValue())).collect(joining()));
    }

    /** Returns a lesson: its table, what the class did not understand, remarks about files, and each report. */
    private static String section(String lesson, GradeBook grades) {
        return """
                <section>
                <h2 id="%s">%s</h2>
                <table>
                <tr><th scope="col">Étudiant</th>%s<th scope="col">Note</th></tr>
                %s</table>
                %s%s%s</section>
                """.formatted(lesson, Html.escaped(grades.entries().get(0).title()),
                grades.columns().stream().map(column -> "<th scope=\"col\">%s</th>".formatted(column.program()))
                        .collect(joining()),
                grades.byStudent().entrySet().stream().map(student ->
                        "<tr><th scope=\"row\">%s</th>%s<td>%s</td></tr>\n".formatted(
                                Html.escaped(student.getKey().name()), cells(student.getValue(), grades),
                                Marks.text(grades.marks().of(student.getValue())))).collect(joining()),
                failures(grades), remarks(grades),
                grades.entries().stream().filter(Entry::hasReport).map(entry -> report(entry, grades))
                        .collect(joining()));
    }

    private static String cells(List<Entry> entries, GradeBook grades) {
        return grades.columns().stream().map(column -> GradeBook.find(column, entries)
                .map(entry -> cell(entry, grades)).orElse("<td></td>")).collect(joining());
    }

    private static String cell(Entry entry, GradeBook grades) {
        var words = Page.verdict(entry);
        return "<td class=\"%s\">%s</td>".formatted(entry.verdict().name(),
                entry.hasReport() ? "<a href=\"#%s\">%s</a>".formatted(anchor(entry, grades), words) : words);
    }

    private static String failures(GradeBook grades) {
        var failures = grades.failures();
        return failures.isEmpty() ? "" : "<h3>Ce que la classe n'a pas compris</h3>\n<ol>\n%s</ol>\n".formatted(
                failures.stream().map(step -> "<li><b>%s</b> : %s<ul>%s</ul></li>\n".formatted(
                        step.getValue().size(), Html.escaped(step.getKey()),
                        GradeBook.reasons(step.getValue()).stream().map(reason -> "<li>%s × %s</li>".formatted(
                                reason.getValue(), Html.marked(reason.getKey()))).collect(joining())))
                        .collect(joining()));
    }

    private static String remarks(GradeBook grades) {
        var remarks = grades.byStudent().entrySet().stream().flatMap(student -> Page.remarks(student.getValue())
                .map(remark -> "<li>%s : %s</li>\n".formatted(Html.escaped(student.getKey().name()), remark)))
                .collect(joining());
        return remarks.isEmpty() ? "" : "<h3>Remarques sur les fichiers</h3>\n<ul>\n" + remarks + "</ul>\n";
    }

    private static String report(Entry entry, GradeBook grades) {
        return """
                <section id="%s">
                <h3>%s, %s</h3>
                <pre>%s</pre>
                <p><a href="#%s">Retour au tableau</a></p>
                </section>
                """.formatted(anchor(entry, grades), Html.escaped(entry.student().name()), entry.program(),
                Html.report(entry.report()), entry.lesson());
    }

    private static String anchor(Entry entry, GradeBook grades) {
        return entry.lesson() + "." + grades.entries().indexOf(entry);
    }
}
