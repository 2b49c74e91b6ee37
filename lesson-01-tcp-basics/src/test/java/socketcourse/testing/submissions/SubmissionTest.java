package socketcourse.testing.submissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of a class are found, whatever the students and Moodle call them. */
class SubmissionTest {

    private static final List<String> PROGRAMS = List.of("client", "reply-client", "reply-server", "server");
    private static final int LESSON = 2;

    @TempDir
    private Path folder;

    private Path answers() {
        return folder.resolve("class");
    }

    private Path submit(String... files) throws IOException {
        for (var name : files) {
            var file = answers().resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "print(1)");
        }
        return answers();
    }

    private static void zip(Path zip, String... names) throws IOException {
        Files.createDirectories(zip.getParent());
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (var name : names) {
                out.putNextEntry(new ZipEntry(name));
                out.write("print(1)".getBytes());
            }
        }
    }

    /** Returns a line per student and program with a file: {@code student program: file}. */
    private List<String> found(Path answers) throws IOException {
        return submissions(answers).stream().filter(submission -> submission.file().isPresent())
                .map(submission -> "%s %s: %s".formatted(submission.student().name(), submission.program(),
                        submission.file().get().getFileName())).toList();
    }

    private List<String> remarks(Path answers) throws IOException {
        return submissions(answers).stream().flatMap(submission -> submission.remarks().stream()).distinct().toList();
    }

    private List<Submission> submissions(Path answers) throws IOException {
        var work = Files.createTempDirectory(folder, "work");
        return ClassFolder.read(answers, work).students().stream()
                .flatMap(student -> Submission.of(student, LESSON, PROGRAMS).stream()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reply_server.py", "TP2/reply_server.py", "a/b/c/ReplyServer.java",
            "lecon2/reply-server.js", "Leçon 02/reply_server.py", "lesson-02-tcp-exchange/reply server.c",
            "02/serveur/Reply-Server.PY",
            "reply_server (1).py", "reply_server.py.txt", "reply_serveur.py"})
    void a_file_of_any_depth_and_spelling_is_found(String name) throws IOException {
        submit("alice/" + name, "bob/notes.md");
        assertThat(found(answers())).hasSize(1).first().asString().startsWith("alice reply-server: ");
    }

    @Test
    void a_lesson_folder_excludes_the_other_files() throws IOException {
        submit("alice/lecon1/server.py", "alice/Leçon 2/client.py", "bob/lecon1/server.py", "bob/client.py");
        assertThat(found(answers())).containsExactly("alice client: client.py", "bob client: client.py");
    }

    @Test
    void moodles_zip_is_a_class() throws IOException {
        var zip = folder.resolve("TP2.zip");
        zip(zip, "DUPONT Zoé_1001_assignsubmission_file_/server.py",
                "DUPONT Zoé_1001_assignsubmission_onlinetext_/onlinetext.html",
                "MARTIN Éva_1002_assignsubmission_file_client.py",
                "MARTIN Éva_1003_assignsubmission_file_/tp/reply_client.py");
        assertThat(found(zip)).containsExactly("DUPONT Zoé server: server.py", "MARTIN Éva (1002) client: client.py",
                "MARTIN Éva (1003) reply-client: reply_client.py");
    }

    @Test
    void a_zip_in_a_zip_is_unpacked() throws IOException {
        var inner = folder.resolve("inner.zip");
        zip(inner, "tp2/server.py");
        Files.createDirectories(answers().resolve("alice"));
        try (var out = new ZipOutputStream(Files.newOutputStream(answers().resolve("alice/outer.zip")))) {
            out.putNextEntry(new ZipEntry("inner.zip"));
            Files.copy(inner, out);
        }
        submit("bob/client.py");
        assertThat(found(answers())).containsExactly("alice server: server.py", "bob client: client.py");
    }

    @Test
    void the_folder_of_one_student_is_a_class_of_one() throws IOException {
        submit("reply_server.py", "src/client.py");
        assertThat(found(answers())).containsExactly("class client: client.py", "class reply-server: reply_server.py");
    }

    @Test
    void a_folder_around_the_class_is_ignored() throws IOException {
        submit("TP2/alice/server.py", "TP2/bob/server.py");
        assertThat(found(answers())).containsExactly("alice server: server.py", "bob server: server.py");
    }

    @Test
    void the_newest_of_two_files_is_found() throws IOException {
        submit("alice/server.py", "alice/old/Server.java", "bob/client.py");
        Files.setLastModifiedTime(answers().resolve("alice/old/Server.java"), FileTime.fromMillis(0));
        assertThat(found(answers())).contains("alice server: server.py");
        assertThat(remarks(answers())).contains(
                "Plusieurs fichiers pour server : server.py est évalué (le plus récent), et non Server.java.");
    }

    @Test
    void every_file_that_is_not_graded_is_named() throws IOException {
        submit("alice/tcp_reply_server.py", "alice/notes.md", "alice/client (2).py", "bob/client.py");
        assertThat(remarks(answers())).containsExactly("client (2).py est lu comme client.py.",
                "Aucun programme de la leçon ne correspond à : notes.md, "
                        + "tcp_reply_server.py (ressemble à reply-server).");
    }

    @Test
    void a_folder_without_students_is_an_error() throws IOException {
        Files.createDirectories(answers());
        assertThatThrownBy(() -> found(answers())).isInstanceOf(UnreadableSubmission.class)
                .hasMessageContaining("qui contient rien");
        submit("cours.pdf");
        assertThatThrownBy(() -> found(answers())).hasMessageContaining("qui contient cours.pdf");
        assertThatThrownBy(() -> found(answers().resolve("no"))).hasMessageStartingWith("Il n'y a ni dossier ni zip");
        assertThatThrownBy(() -> found(answers().resolve("cours.pdf"))).hasMessageContaining("n'est pas un zip");
    }

    @Test
    void a_zip_writes_nothing_outside_its_folder() throws IOException {
        zip(answers().resolve("alice/tp.zip"), "../../../escaped.py");
        submit("alice/server.py", "bob/server.py");
        assertThat(remarks(answers())).containsExactly("tp.zip n'est pas décompressé : il contient un chemin qui en "
                + "sort (../../../escaped.py).", "Aucun programme de la leçon ne correspond à : tp.zip.");
        try (var files = Files.walk(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).doesNotContain("escaped.py");
        }
    }

    @Test
    void a_zip_of_any_size_stops_at_the_limit() throws IOException {
        submit("bob/server.py");
        Files.createDirectories(answers().resolve("alice"));
        try (var out = new ZipOutputStream(Files.newOutputStream(answers().resolve("alice/tp.zip")))) {
            out.putNextEntry(new ZipEntry("zeros"));
            writeMegabytes(101, out);
        }
        assertThat(remarks(answers())).contains("tp.zip n'est pas décompressé : il contient plus de 100 Mo.");
    }

    private static void writeMegabytes(int count, OutputStream out) throws IOException {
        var megabyte = new byte[1 << 20];
        for (var i = 0; i < count; i++) {
            out.write(megabyte);
        }
    }

    @Test
    void a_large_folder_is_not_copied() throws IOException {
        submit("alice/server.py", "bob/server.py");
        try (var out = Files.newOutputStream(answers().resolve("alice/film"))) {
            writeMegabytes(101, out);
        }
        assertThat(submissions(answers()).get(3).file()).contains(answers().resolve("alice/server.py"));
        assertThat(remarks(answers())).contains(
                "alice fait plus de 100 Mo : ses programmes tournent dans ce dossier, et non dans une copie.");
    }

    @Test
    void a_symbolic_link_is_not_followed() throws IOException {
        submit("alice/client.py", "bob/client.py");
        Files.createSymbolicLink(answers().resolve("alice/server.py"), answers().resolve("bob/client.py"));
        assertThat(found(answers())).containsExactly("alice client: client.py", "bob client: client.py");
    }
}
