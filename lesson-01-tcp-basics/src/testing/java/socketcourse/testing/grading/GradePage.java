package socketcourse.testing.grading;

import static java.util.stream.Collectors.joining;

import java.util.Map;

/**
 * A {@link GradeBook} as one self-contained page.
 *
 * @param book the grades
 */
record GradePage(GradeBook book) {

    /** Signs beside the words and colours: no information depends on a colour. */
    private static final Map<Verdict, String> SIGNS = Map.of(Verdict.CORRECT, "✓", Verdict.WRONG, "✗",
            Verdict.HANGS, "⏱", Verdict.FAILS_AT_START, "⚠", Verdict.NOT_SUBMITTED, "–", Verdict.NOT_GRADED, "?");

    private static final String STYLE = """
            :root { color-scheme: light; font: 16px/1.5 system-ui, sans-serif; color: #1c1c1c; background: #fff }
            body { max-width: 75rem; margin: 2rem auto; padding: 0 1rem }
            table { border-collapse: collapse; margin: 1rem 0 }
            th, td { border: 1px solid #999; padding: .3rem .6rem; text-align: left; vertical-align: top }
            td a { color: inherit }
            .CORRECT { background: #d9f2dd } .WRONG { background: #f9d5d0 } .HANGS { background: #fce6b8 }
            .FAILS_AT_START { background: #e3d3f5 } .NOT_SUBMITTED { background: #eee } .NOT_GRADED { background: #d5e6fa }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; border-left: 4px solid #999; padding: .5rem 1rem }
            li { white-space: pre-wrap }
            section section:target pre { border-color: #1c1c1c; background: #fffbe6 }
            section section { break-inside: avoid }
            """;

    /** Returns the whole page. */
    String page() {
        return """
                <!DOCTYPE html>
                <html lang="fr">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>Résultats de la classe</title>
                <style>
                %s</style>
                <h1>Résultats de la classe</h1>
                %s</html>
                """.formatted(STYLE, book.byLesson().entrySet().stream()
                .map(lesson -> section(lesson.getKey(), lesson.getValue())).collect(joining()));
    }

    /** Returns a lesson: its table, what the class did not understand, and each report. */
    private static String section(String lesson, GradeBook grades) {
        var first = grades.byStudent().values().iterator().next();
        return """
                <section>
                <h2 id="%s">%s</h2>
                <table>
                <tr><th scope="col">Étudiant</th>%s</tr>
                %s</table>
                %s%s</section>
                """.formatted(lesson, html(first.get(0).title()),
                first.stream().map(entry -> "<th scope=\"col\">%s</th>".formatted(entry.program())).collect(joining()),
                grades.byStudent().entrySet().stream().map(student -> "<tr><th scope=\"row\">%s</th>%s</tr>\n".formatted(
                        html(student.getKey()),
                        student.getValue().stream().map(entry -> cell(entry, grades)).collect(joining())))
                        .collect(joining()),
                failures(grades),
                grades.entries().stream().filter(Entry::hasReport).map(entry -> report(entry, grades))
                        .collect(joining()));
    }

    private static String cell(Entry entry, GradeBook grades) {
        var words = SIGNS.get(entry.verdict()) + " " + entry.verdict();
        return "<td class=\"%s\">%s</td>".formatted(entry.verdict().name(),
                entry.hasReport() ? "<a href=\"#%s\">%s</a>".formatted(anchor(entry, grades), words) : words);
    }

    private static String failures(GradeBook grades) {
        var failures = grades.failures();
        return failures.isEmpty() ? "" : "<h3>Ce que la classe n'a pas compris</h3>\n<ol>\n%s</ol>\n".formatted(
                failures.stream().map(step -> "<li><b>%s</b> : %s<ul>%s</ul></li>\n".formatted(
                        step.getValue().size(), html(step.getKey()),
                        GradeBook.reasons(step.getValue()).stream().map(reason -> "<li>%s × %s</li>".formatted(
                                reason.getValue(), html(reason.getKey()))).collect(joining()))).collect(joining()));
    }

    private static String report(Entry entry, GradeBook grades) {
        return """
                <section id="%s">
                <h3>%s, %s</h3>
                <pre>%s</pre>
                <p><a href="#%s">Retour au tableau</a></p>
                </section>
                """.formatted(anchor(entry, grades), html(entry.student()), entry.program(), html(entry.report()),
                entry.lesson());
    }

    private static String anchor(Entry entry, GradeBook grades) {
        return entry.lesson() + "." + grades.entries().indexOf(entry);
    }

    private static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
