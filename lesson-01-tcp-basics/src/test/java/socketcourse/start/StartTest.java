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

class StartTest {

    @TempDir
    private Path classes;

    @Test
    void a_mistake_in_any_thread_ends_the_program_in_one_line() throws IOException, InterruptedException {
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
        compile(program, Path.of("src/shared/java/socketcourse/start/Start.java"),
                Path.of("src/shared/java/socketcourse/wire/Wire.java"));

        var start = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", classes.toString(), "-Dlesson.package=socketcourse.student", "-Dlesson.program=server",
                "-Dlesson.port=9999", "socketcourse.start.Start").start();
        assertThat(new String(start.getErrorStream().readAllBytes(), UTF_8).lines()).containsExactly(
                "Erreur dans le programme (java.lang.ArrayIndexOutOfBoundsException: "
                        + "Index 3 out of bounds for length 0), Server.java, ligne 5.");
        assertThat(start.getInputStream().readAllBytes()).isEmpty();
        assertThat(start.waitFor()).isEqualTo(1);
    }

    private void compile(Path... sources) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, UTF_8)) {
            var options = List.of("-d", classes.toString(), "-cp", "", "-sourcepath", "src/shared/java");
            assertThat(compiler.getTask(null, files, null, options, null, files.getJavaFileObjects(sources)).call())
                    .isTrue();
        }
    }
}
