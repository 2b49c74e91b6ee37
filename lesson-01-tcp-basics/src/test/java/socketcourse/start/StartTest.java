package socketcourse.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import socketcourse.testing.process.ChildJvm;

class StartTest {

    @TempDir
    private Path classes;

    @Test
    void each_failure_ends_the_program_with_one_line() throws IOException, InterruptedException {
        var program = classes.resolve("Server.java");
        Files.writeString(program, """
                package socketcourse.student;

                public class Server {
                    public static void main(String[] args) throws InterruptedException {
                        var receiver = new Thread(() -> System.out.println(args[3]));
                        receiver.start();
                        receiver.join();
                        System.out.println("Chat terminé.");
                    }
                }
                """);
        compile(program);
        // Start finds the programs in the folder of its own classes.
        copy("socketcourse/start");
        copy("socketcourse/relay");

        failsWith("server", "Erreur dans le programme (java.lang.ArrayIndexOutOfBoundsException: "
                + "Index 3 out of bounds for length 0), Server.java, ligne 5.");
        failsWith("serveur", "Programme inconnu : serveur. Programmes de cette leçon : relay, server.");
    }

    private void failsWith(String program, String line) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(ChildJvm.command(classes.toString(), List.of(
                "-Dlesson.package=socketcourse.student", "-Dlesson.program=" + program, "-Dlesson.port=9999",
                "socketcourse.start.Start")));
        ChildJvm.removeOptions(builder.environment());
        var start = builder.start();
        assertThat(new String(start.getErrorStream().readAllBytes(), UTF_8).lines()).containsExactly(line);
        assertThat(start.getInputStream().readAllBytes()).isEmpty();
        assertThat(start.waitFor()).isEqualTo(1);
    }

    private void compile(Path source) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        assertThat(compiler.run(null, null, null, "-encoding", "UTF-8", "-d", classes.toString(), source.toString()))
                .isZero();
    }

    private void copy(String folder) throws IOException {
        var to = Files.createDirectories(classes.resolve(folder));
        try (var files = Files.newDirectoryStream(Path.of("target", "classes", folder))) {
            for (var file : files) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
