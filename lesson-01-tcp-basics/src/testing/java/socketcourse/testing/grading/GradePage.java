package socketcourse.testing.grading;

import static java.util.stream.Collectors.joining;

import java.util.Map;

/**
 * A {@link GradeBook} as a page for a browser or a printer, with nothing from elsewhere.
 *
 * @param book the grades
 */
record GradePage(GradeBook book) {

    /** What one sees where colours are not seen. */
    private static final Map<Verdict, String> SIGNS = Map.of(Verdict.RIGHT, "✓", Verdict.WRONG, "✗",
            Verdict.TOO_LONG, "∞", Verdict.DOES_NOT_START, "⚠", Verdict.NO_ANSWER, "–", Verdict.NOT_GRADED, "?");

    private static final String STYLE = """
            :root { color-scheme: light; font: 16px/1.5 system-ui, sans-serif; color: #1c1c1c; background: #fff }
            body { max-width: 75rem; margin: 2rem auto; padding: 0 1rem }
            table { border-collapse: collapse; margin: 1rem 0 }
            th, td { border: 1px solid #999; padding: .3rem .6rem; text-align: left; vertical-align: top }
            td a { color: inherit }
            .RIGHT { background: #d9f2dd } .WRONG { background: #f9d5d0 } .TOO_LONG { background: #fce6b8 }
            .DOES_NOT_START { background: #e3d3f5 } .NO_ANSWER { background: #eee } .NOT_GRADED { background: #d5e6fa }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; border-left: 4px solid #999; padding: .5rem 1rem }
            section section:target pre { border-color: #1c1c1c; background: #fffbe6 }
            section section { break-inside: avoid }
            """;

    /** The whole page, of the sections of its lessons. */
    static String page(String sections) {
        return """
                <!DOCTYPE html>
                <html lang="fr">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>Les notes de la classe</title>
                <style>
                %s</style>
                <h1>Les notes de la classe</h1>
                %s</html>
                """.formatted(STYLE, sections);
    }

    /** The section of this lesson: the table, what the class has not understood, each report. */
    String section() {
        return """
                <section>
                <h2 id="%1$s">%1$s</h2>
                <table>
                <tr><th scope="col">Élève</th>%2$s</tr>
                %3$s</table>
                %4$s%5$s</section>
                """.formatted(book.lesson(),
                book.programs().stream().map("<th scope=\"col\">%s</th>"::formatted).collect(joining()),
                book.byStudent().entrySet().stream().map(student -> "<tr><th scope=\"row\">%s</th>%s</tr>\n".formatted(
                        html(student.getKey()), student.getValue().stream().map(this::cell).collect(joining())))
                        .collect(joining()),
                steps(),
                book.entries().stream().filter(GradePage::hasReport).map(this::report).collect(joining()));
    }

    private String cell(GradeBook.Entry entry) {
        var words = SIGNS.get(entry.grade().verdict()) + " " + entry.grade().verdict();
        return "<td class=\"%s\">%s</td>".formatted(entry.grade().verdict().name(),
                hasReport(entry) ? "<a href=\"#%s\">%s</a>".formatted(anchor(entry), words) : words);
    }

    private String steps() {
        var failures = book.failures();
        return failures.isEmpty() ? "" : "<h3>Ce que la classe n'a pas compris</h3>\n<ol>\n%s</ol>\n".formatted(
                failures.stream().map(step -> "<li><b>%d</b> : %s<ul>%s</ul></li>\n".formatted(
                        step.getValue().size(), html(step.getKey()),
                        GradeBook.reasons(step.getValue()).stream().map(reason -> "<li>%d × %s</li>".formatted(
                                reason.getValue(), html(reason.getKey()))).collect(joining()))).collect(joining()));
    }

    private static boolean hasReport(GradeBook.Entry entry) {
        return !entry.grade().reason().isEmpty();
    }

    private String report(GradeBook.Entry entry) {
        return """
                <section id="%s">
                <h3>%s, %s</h3>
                <pre>%s</pre>
                <p><a href="#%s">Retour au tableau</a></p>
                </section>
                """.formatted(anchor(entry), html(entry.student()), entry.program(), html(entry.grade().report()),
                book.lesson());
    }

    private String anchor(GradeBook.Entry entry) {
        return "%s.%d".formatted(book.lesson(), book.entries().indexOf(entry));
    }

    private static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
