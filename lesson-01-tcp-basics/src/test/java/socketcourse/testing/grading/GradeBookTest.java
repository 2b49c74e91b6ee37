package socketcourse.testing.grading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import socketcourse.testing.submissions.Student;

/** The grades of a class become a table, a spreadsheet, pages and Moodle's worksheet. */
class GradeBookTest {

    private static final Student ZOE = new Student("DUPONT Zoé", "1001", "DUPONT Zoé_1001_assignsubmission_file_");
    private static final Student MAX = new Student("MARTIN Max", "1002", "MARTIN Max_1002_assignsubmission_file_");
    private static final Student EVA = new Student("=Éva", "", "");

    private static final GradeBook BOOK = new GradeBook(List.of(
            entry(ZOE, "lesson-02-x", "client", Verdict.CORRECT, 2, 2, ""),
            entry(ZOE, "lesson-02-x", "server", Verdict.WRONG, 1, 3, "attendu : a  b ; obtenu : <a>"),
            entry(ZOE, "lesson-03-x", "server", Verdict.NOT_GRADED, 0, 0, "server.pdf est un PDF"),
            entry(MAX, "lesson-02-x", "client", Verdict.NOT_SUBMITTED, 0, 0, ""),
            entry(MAX, "lesson-02-x", "server", Verdict.CORRECT, 3, 3, ""),
            entry(MAX, "lesson-03-x", "server", Verdict.CORRECT, 4, 4, ""),
            entry(EVA, "lesson-03-x", "server", Verdict.NOT_GRADED, 0, 0, "ruby n'est pas installé")), new Marks(20));

    @TempDir
    private Path folder;

    private static Entry entry(Student student, String lesson, String program, Verdict verdict, int passed, int steps,
            String reason) {
        return new Entry(student, lesson, "Titre", program, true, verdict, passed, steps,
                verdict == Verdict.WRONG ? "étape 2 : répondre" : "", reason, "  attendu : a  b\n  obtenu  : <a>",
                "  attendu : a  b", List.of("server (1).py est lu comme server.py."), Duration.ofMillis(1200));
    }

    @Test
    void a_mark_is_the_mean_of_lessons_of_shares_of_steps() {
        assertThat(BOOK.table()).isEqualTo("""

                | étudiant | 02 client | 02 server | 03 server | note |
                |---|---|---|---|---|
                | =Éva |  |  | non évalué |  |
                | DUPONT Zoé | juste | faux | non évalué | 13,3 |
                | MARTIN Max | non rendu | juste | juste | 15,0 |
                """);
    }

    @Test
    void a_program_that_does_not_count_leaves_the_mark() {
        var extra = new Entry(MAX, "lesson-02-x", "", "handshake", false, Verdict.WRONG, 0, 1, "", "", "", "",
                List.of(), Duration.ZERO);
        var counted = entry(MAX, "lesson-02-x", "server", Verdict.CORRECT, 1, 1, "");
        assertThat(new Marks(10).of(List.of(extra, counted))).hasValue(10);
    }

    @Test
    void the_spreadsheet_has_a_mark_per_program_and_no_formula() throws IOException {
        BOOK.write(folder);
        assertThat(folder.resolve("grades.csv")).content().startsWith(
                "\uFEFF\"étudiant\";\"leçon\";\"programme\";\"verdict\";\"étapes\";\"note\";\"raison\";\"durée\"\r\n")
                .contains("\"DUPONT Zoé\";\"02\";\"server\";\"faux\";\"1 sur 3\";\"6,7\";"
                        + "\"attendu : a  b ; obtenu : <a>\";\"1,2\"\r\n")
                .contains("\"'=Éva\";\"03\";\"server\";\"non évalué\";\"\";\"\";");
    }

    @Test
    void the_page_shows_spaces_remarks_and_what_was_not_understood() throws IOException {
        assertThat(BOOK.write(folder)).content()
                .contains("<li><b>1</b> : server, étape 2 : répondre<ul><li>1 × attendu : a<mark>␣␣</mark>b ; "
                        + "obtenu : &lt;a&gt;</li></ul></li>")
                .contains("  attendu : a<mark>␣␣</mark>b\n  obtenu  : &lt;a&gt;")
                .contains("<li>DUPONT Zoé : server (1).py est lu comme server.py.</li>");
    }

    @Test
    void each_student_gets_a_page_that_moodle_accepts() throws IOException {
        BOOK.write(folder);
        Files.writeString(folder.resolve("feedback/old.html"), "");
        BOOK.write(folder);
        assertThat(folder.resolve("feedback").toFile().list()).containsExactlyInAnyOrder(
                "DUPONT Zoé_1001_assignsubmission_file_feedback.html",
                "MARTIN Max_1002_assignsubmission_file_feedback.html", "=Éva.html");
        assertThat(folder.resolve("feedback/DUPONT Zoé_1001_assignsubmission_file_feedback.html")).content()
                .contains("<p>Note : 13,3 sur 20</p>", "1 sur 3", "attendu : a<mark>␣␣</mark>b")
                .doesNotContain("MARTIN");
    }

    @Test
    void a_french_worksheet_is_filled_in() throws IOException {
        assertThat(filledIn("""
                \uFEFFIdentifiant,"Nom complet",Note,"Note maximale","Feedback par commentaires"\r
                "Participant 1001","DUPONT, ""Zoé"" ",,"10,00",\r
                "Participant 1002",MARTIN Max,"3,0","20,00","vu\r
                deux fois"\r
                "Participant 10011",AUTRE,"5,0","20,00",oui""")).isEqualTo("""
                \uFEFFIdentifiant,"Nom complet",Note,"Note maximale","Feedback par commentaires"\r
                "Participant 1001","DUPONT, ""Zoé"" ","6,7","10,00",<ul><li>02 client : juste</li>\
                <li>02 server : faux. attendu : a  b ; obtenu : &lt;a&gt;</li>\
                <li>03 server : non évalué. server.pdf est un PDF</li></ul>\r
                "Participant 1002",MARTIN Max,"15,0","20,00","<ul><li>02 client : non rendu</li>\
                <li>02 server : juste</li><li>03 server : juste</li></ul>"\r
                "Participant 10011",AUTRE,"5,0","20,00",oui""");
    }

    @Test
    void an_english_worksheet_is_filled_in() throws IOException {
        assertThat(filledIn("Identifier;Grade;Maximum grade\nParticipant 1001;;100.00\n"))
                .isEqualTo("Identifier;Grade;Maximum grade\nParticipant 1001;66.7;100.00\n");
    }

    @Test
    void a_worksheet_in_an_old_encoding_keeps_it() throws IOException {
        var worksheet = Files.writeString(folder.resolve("notes.csv"), "Identifiant,Note,É\nParticipant 1002,,é\n",
                ISO_8859_1);
        new Worksheet(worksheet).fillIn(BOOK, Files.createDirectory(folder.resolve("target")));
        assertThat(Files.readString(folder.resolve("target/notes.csv"), ISO_8859_1))
                .isEqualTo("Identifiant,Note,É\nParticipant 1002,\"15,0\",é\n");
    }

    private String filledIn(String text) throws IOException {
        var target = Files.createDirectory(folder.resolve("target"));
        new Worksheet(Files.writeString(folder.resolve("notes.csv"), text)).fillIn(BOOK, target);
        return Files.readString(target.resolve("notes.csv"));
    }

    @Test
    void a_second_run_replaces_its_worksheet_and_says_so() throws IOException {
        var file = Files.writeString(folder.resolve("notes.csv"), "Identifiant,Note\nParticipant 1001,");
        var worksheet = new Worksheet(file);
        var target = Files.createDirectory(folder.resolve("target"));
        assertThat(worksheet.fillIn(BOOK, target)).startsWith("Formulaire pour Moodle : ")
                .contains("Sans ligne dans ce formulaire (le numéro de Moodle n'y est pas) : =Éva, MARTIN Max");
        assertThat(worksheet.fillIn(BOOK, target)).contains("à la place de celui qui s'y trouvait");
        assertThat(target.resolve("notes.csv")).content().isEqualTo("Identifiant,Note\nParticipant 1001,\"13,3\"");
    }

    @Test
    void a_file_that_is_no_worksheet_is_an_error() throws IOException {
        var file = Files.writeString(folder.resolve("notes.csv"), "Nom,Note\n");
        assertThatThrownBy(() -> new Worksheet(file)).isInstanceOf(NotGraded.class)
                .hasMessageContaining("n'est pas un formulaire d'évaluation hors ligne");
        assertThatThrownBy(() -> new Worksheet(folder.resolve("none"))).hasMessageContaining("il n'y a pas de fichier");
    }
}
