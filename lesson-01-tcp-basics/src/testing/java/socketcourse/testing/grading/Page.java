package socketcourse.testing.grading;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The common parts of the self-contained pages of a class. */
final class Page {

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
            .FAILS_AT_START { background: #e3d3f5 } .NOT_SUBMITTED { background: #eee }
            .NOT_GRADED { background: #d5e6fa }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; border-left: 4px solid #999; padding: .5rem 1rem }
            li { white-space: pre-wrap }
            mark { background: #ffd54a }
            section section:target pre { border-color: #1c1c1c; background: #fffbe6 }
            section section { break-inside: avoid }
            """;

    private Page() {
    }

    /** Returns a whole page. */
    static String of(String title, String body) {
        return """
                <!DOCTYPE html>
                <html lang="fr">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>%s</title>
                <style>
                %s</style>
                <h1>%s</h1>
                %s</html>
                """.formatted(title, STYLE, title, body);
    }

    static String verdict(Entry entry) {
        return SIGNS.get(entry.verdict()) + " " + entry.verdict();
    }

    /** Returns the remarks about the files of some entries, each once. */
    static Stream<String> remarks(List<Entry> entries) {
        return entries.stream().flatMap(entry -> entry.remarks().stream()).distinct().map(Html::escaped);
    }
}
