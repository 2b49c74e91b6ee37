package socketcourse.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketcourse.testing.process.ChildJvm;

class StartTest {

    @TempDir
    private Path classes;

    @Test
    void each_failure_ends_the_program_with_one_line() throws IOException, InterruptedException {
        compile("""
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

        failsWith("server", "Erreur dans le programme (java.lang.ArrayIndexOutOfBoundsException: "
                + "Index 3 out of bounds for length 0), Server.java, ligne 5.");
        failsWith("serveur", "Programme inconnu : serveur. Programmes de cette leçon : relay, server.");
    }

    private void failsWith(String program, String line) throws IOException, InterruptedException {
        var start = start(program);
        assertThat(new String(start.getErrorStream().readAllBytes(), UTF_8).lines()).containsExactly(line);
        assertThat(start.getInputStream().readAllBytes()).isEmpty();
        assertThat(start.waitFor()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "fa-IR", "th-TH-u-nu-thai"})
    void a_program_prints_ASCII_digits_in_every_locale(String tag) throws IOException {
        compile("""
                package socketcourse.student;

                public class Server {
                    public static void main(String[] args) {
                        System.out.printf("%d octets%n", 24);
                    }
                }
                """);
        var locale = Locale.forLanguageTag(tag);
        assertThat(String.format(locale, "%d", 24)).as("the digits of %s", tag).isNotEqualTo("24");

        var start = start("server", "-Duser.language=" + locale.getLanguage(), "-Duser.country=" + locale.getCountry(),
                "-Duser.extensions=" + tag.replaceFirst("..-..-?", ""));
        assertThat(new String(start.getInputStream().readAllBytes(), UTF_8)).startsWith("24 octets");
    }

    private Process start(String program, String... options) throws IOException {
        var arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("-Dlesson.package=socketcourse.student", "-Dlesson.program=" + program,
                "-Dlesson.port=9999", "socketcourse.start.Start"));
        var builder = new ProcessBuilder(ChildJvm.command(classes.toString(), arguments));
        ChildJvm.removeOptions(builder.environment());
        return builder.start();
    }

    private void compile(String server) throws IOException {
        var source = Files.writeString(classes.resolve("Server.java"), server);
        var compiler = ToolProvider.getSystemJavaCompiler();
        assertThat(compiler.run(null, null, null, "-encoding", "UTF-8", "-d", classes.toString(), source.toString()))
                .isZero();
        // Start finds the programs in the folder of its own classes.
        copy("socketcourse/start");
        copy("socketcourse/relay");
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
