package socketcourse.testing.grading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import socketcourse.testing.net.Ports;
import socketcourse.testing.process.ChildJvm;

/** The grader of a class, as a lecturer starts it. */
class ClassGradingTest {

    private static final Path PROGRAMS =
            Path.of(System.getProperty("lesson.directory"), "src", "main", "java", "socketcourse", "lesson01");

    @TempDir
    private Path folder;
    private Path answers;

    @BeforeEach
    void create_a_class() throws IOException {
        answers = Files.createDirectory(folder.resolve("class"));
        var zoe = Files.createDirectory(answers.resolve("DUPONT Zoe_1001_assignsubmission_file_"));
        for (var program : List.of("Server.java", "Client.java")) {
            Files.copy(PROGRAMS.resolve(program), zoe.resolve(program));
        }
        var max = Files.createDirectory(answers.resolve("MARTIN Max_1002_assignsubmission_file_"));
        Files.writeString(max.resolve("server.pdf"), "%PDF-1.7");
        Files.writeString(max.resolve("Client.java"), "class Client {");
        Files.writeString(folder.resolve("notes.csv"), "Identifiant,Note\nParticipant 1001,\nParticipant 1002,\n");
    }

    /** A run of the grader: its exit status and what it printed. */
    private record Run(int status, String output) {
    }

    private Run grade(Map<String, String> environment, String... options) throws Exception {
        var arguments = new ArrayList<>(List.of(options));
        for (var name : List.of("lesson.package", "lesson.directory")) {
            arguments.add("-D" + name + "=" + System.getProperty(name));
        }
        arguments.add("-Dlesson.port=" + Ports.free());
        arguments.add("-Dbuild.timestamp=1");
        arguments.addAll(List.of("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", Grade.class.getName()));
        var builder = new ProcessBuilder(ChildJvm.command(arguments)).directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Run(process.waitFor(), output);
    }

    @Test
    void a_class_gets_marks_and_its_folder_stays_unchanged() throws Exception {
        var before = files(answers);
        var run = grade(Map.of(), "-Danswers=" + answers, "-Dmoodle=" + folder.resolve("notes.csv"));
        assertThat(run.output()).contains("""
                | étudiant | client | server | note |
                |---|---|---|---|
                | DUPONT Zoe | juste | juste | 20,0 |
                | MARTIN Max | plante au démarrage | non évalué | 0,0 |
                """);
        assertThat(run.status()).isEqualTo(1);
        assertThat(folder.resolve("target/grades.csv")).content()
                .contains("il ne compile pas : Client.java, ligne 1 : reached end of file while parsing",
                        "server.pdf est un PDF et non un programme");
        assertThat(folder.resolve("target/notes.csv")).content()
                .isEqualTo("Identifiant,Note\nParticipant 1001,\"20,0\"\nParticipant 1002,\"0,0\"\n");
        assertThat(files(answers)).isEqualTo(before);
        assertThat(folder).isDirectoryNotContaining(file -> !List.of("class", "notes.csv", "target")
                .contains(file.getFileName().toString()));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void accents_in_names_need_no_utf8_locale() throws Exception {
        var evelyne = Files.createDirectories(answers.resolve("PETIT Évelyne_1003_assignsubmission_file_/été"));
        Files.copy(PROGRAMS.resolve("Server.java"), evelyne.resolve("Server.java"));
        grade(Map.of("LC_ALL", "C"), "-Danswers=" + answers, "-Dprograms=server");
        assertThat(folder.resolve("target/grades.csv")).content()
                .contains("\"PETIT Évelyne\";\"01\";\"server\";\"juste\"");
    }

    @Test
    void a_folder_without_students_ends_with_status_2() throws Exception {
        var run = grade(Map.of(), "-Danswers=" + Files.createDirectory(folder.resolve("empty")));
        assertThat(run.output()).contains("Il n'y a pas d'étudiant dans ");
        assertThat(run.status()).isEqualTo(2);
    }
}
