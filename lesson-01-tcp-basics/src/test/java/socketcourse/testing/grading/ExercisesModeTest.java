package socketcourse.testing.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import socketcourse.testing.net.Ports;
import socketcourse.testing.terminal.Terminal;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;

/** Tests the output of {@code exec:java@grade} for a student who writes the programs of lesson 01 in {@code exercices}. */
@Execution(ExecutionMode.SAME_THREAD)
@ExtendWith(TerminalsExtension.class)
class ExercisesModeTest {

    private static final String TITLE =
            "Un titre\n✓ étape réussie, ✗ ratée, – non atteinte\n\n";

    @TempDir
    private Path lesson;

    @BeforeEach
    void copySkeletons() throws IOException {
        Files.writeString(lesson.resolve("README.md"), "# Un titre\n\n## Une section\n\nexec:java@server\n");
        Files.createDirectory(lesson.resolve("exercices"));
        for (var program : Skeleton.programs()) {
            write(Skeleton.fileName(program), Skeleton.of(program));
        }
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(lesson.resolve("exercices").resolve(name), text);
    }

    private Terminal grade(Terminals terminals, String... properties) {
        var all = new ArrayList<>(List.of(properties));
        all.add("-Dlesson.directory=" + lesson);
        return terminals.run("grade", Ports.free(), all.toArray(String[]::new));
    }

    @Test
    void untouched_skeletons_are_not_begun(Terminals terminals) throws IOException {
        write("Client.java", Skeleton.of("client").replace("\n", "\r\n"));
        grade(terminals).endsShowing(2, TITLE + """
                  server              pas commencé
                  client              pas commencé
                  loop-server         pas commencé

                À faire : ouvrez exercices/Server.java, et commencez par « À COMPLÉTER 1 ».
                """);
    }

    @Test
    void an_unknown_program_is_an_error(Terminals terminals) {
        var grade = grade(terminals, "-Dprograms=serveur");
        grade.awaitEnd();
        grade.showsWithErrors("-Dprograms=serveur : cette leçon ne connaît que server, client, loop-server.\n");
    }

    @Test
    void correct_programs_end_with_status_0(Terminals terminals) throws IOException {
        write("Client.java", Skeleton.solution("client"));
        var grade = grade(terminals, "-Dprograms=client");
        grade.endsSuccessfully();
        assertThat(grade.screen()).containsPattern("  client              juste  +(\\d) sur \\1 : ✓ 1")
                .endsWith("\nTout est juste. À faire : la leçon suivante.\n");
    }

    @Test
    void the_first_wrong_program_is_explained(Terminals terminals) throws IOException {
        write("Client.java", Skeleton.solution("client").replace("serveur !", "serveur"));
        write("LoopServer.java", "class LoopServer {");
        var grade = grade(terminals);
        grade.awaitEnd();
        assertThat(grade.screen()).contains("client              faux  ", "✗ 1",
                        "loop-server         plante au démarrage\n",
                        "\nclient : faux. Étape 1, il doit : ", "  attendu : Connecté au serveur !")
                .doesNotContain("loop-server : plante", "Pour refaire ce test")
                .endsWith("\nÀ faire : corrigez client, enregistrez, et relancez la correction.\n");
    }

    @Test
    void compile_error_is_shown_with_its_line(Terminals terminals) throws IOException {
        write("Client.java", "class Client {\n    int port = a;\n}\n");
        var grade = grade(terminals);
        grade.awaitEnd();
        assertThat(grade.screen()).contains("client              plante au démarrage\n",
                "Il ne compile pas. Client.java, ligne 2 : cannot find symbol");
    }

    @Test
    void the_newest_of_two_files_is_graded(Terminals terminals) throws IOException {
        var older = write("Client.java", "an older attempt");
        Files.setLastModifiedTime(older, FileTime.from(Instant.now().minusSeconds(60)));
        write("client (1).java", Skeleton.solution("client"));
        write("notes.txt", "");
        var grade = grade(terminals, "-Dprograms=client");
        grade.endsSuccessfully();
        assertThat(grade.screen()).contains("client              juste ",
                "(client (1).java est plus récent que Client.java)",
                "  Ne porte le nom d'aucun programme : notes.txt\n");
    }

    @Test
    void watch_mode_grades_a_file_after_a_change_and_all_after_enter(Terminals terminals) throws IOException {
        var grade = grade(terminals, "-Dwatch");
        grade.showsPart("Ctrl-C termine.\n");
        write("Client.java", Skeleton.solution("client").replace("serveur !", "serveur"));
        grade.showsPart("changé : Client.java");
        grade.showsPart("À faire : corrigez client");
        write("Client.java", Skeleton.solution("client"));
        grade.showsPart("  client              juste");
        grade.type("");
        var begin = TITLE + "  server              pas commencé\n  client              ";
        grade.showsText(screen -> screen.contains(begin + "juste"));
    }
}
