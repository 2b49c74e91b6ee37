package socketcourse.testing.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file becomes the command that starts it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the test runs the commands in sh")
class LaunchTest {

    private static final int CHAPTER_PORT = 9999;

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(Files.createDirectories(folder.resolve(name).getParent())
                .resolve(Path.of(name).getFileName()), text);
    }

    private String command(Path file) throws IOException, NotLaunchable, CompileError {
        return Launch.command(file, CHAPTER_PORT, Files.createTempDirectory(folder, "output"));
    }

    private String output(Path file) throws IOException, NotLaunchable, CompileError {
        var process = new ProcessBuilder("sh", "-c", command(file).replace("{port}", "1234"))
                .redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            py   | python3 | import sys; print('é', sys.argv[1])
            js   | node    | console.log('é', process.argv[2])
            mjs  | node    | console.log('é', process.argv[2])
            pl   | perl    | print "é $ARGV[0]\\n"
            rb   | ruby    | puts "é #{ARGV[0]}"
            php  | php     | <?php echo "é $argv[1]";
            sh   | bash    | echo é $1
            c    | gcc     | int printf(const char *, ...); int main(int n, char *argv[]) { printf("é %s", argv[1]); }
            cpp  | g++     | #include <cstdio>\\nint main(int n, char *argv[]) { std::printf("é %s", argv[1]); }
            rs   | rustc   | fn main() { println!("é {}", std::env::args().nth(1).unwrap()); }
            go   | go      | package main\\nimport ("fmt"; "os")\\nfunc main() { fmt.Println("é", os.Args[1]) }
            java | java    | class A { } class B { public static void main(String[] args) { OUT("é " + args[0]); } }
            java | java    | class A { public static void main(String[] a) { OUT("é " + Integer.getInteger("port")); } }
            """)
    void a_program_of_each_language_receives_a_port(String extension, String tool, String text) throws Exception {
        assumeTrue(Shell.which(List.of(tool)).isPresent(), "this machine has no " + tool);
        assertThat(output(file("server." + extension,
                text.replace("\\n", "\n").replace("OUT", "System.out.print")))).isEqualTo("é 1234");
    }

    @Test
    void a_program_with_the_chapters_port_keeps_it() throws Exception {
        assertThat(command(file("server.py", "import sys\nbind(sys.argv[1], 9999)"))).doesNotContain("{port}");
        assertThat(command(file("client.py", "connect(99990)"))).doesNotContain("{port}");
    }

    @Test
    void a_program_runs_in_its_own_folder() throws Exception {
        file("l'été/word.py", "word = 'bonjour'");
        file("l'été/word.txt", "!");
        assertThat(output(file("l'été/server.py", "import word; print(word.word + open('word.txt').read())")))
                .isEqualTo("bonjour!");
    }

    @Test
    void a_java_file_may_have_a_package_and_other_names() throws Exception {
        file("src/net/Helper.java", "package net; public class Helper { static String text() { return \"ok\"; } }");
        assertThat(output(file("src/net/reply_server.java", "package net; public class ReplyServer { "
                + "public static void main(String[] a) { System.out.print(Helper.text()); } }"))).isEqualTo("ok");
    }

    @Test
    void a_java_file_in_an_old_encoding_is_compiled() throws Exception {
        var source = "class Server { public static void main(String[] a) { System.out.print(\"été\"); } }";
        assertThat(output(Files.write(folder.resolve("Server.java"), source.getBytes(StandardCharsets.ISO_8859_1))))
                .isEqualTo("été");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Server.java | javac | class Server {\\nint port = a;\\n} | Server.java, ligne 2 : cannot find symbol, symbol
            server.c    | gcc   | int main() {\\nreturn a;\\n}      | server.c, ligne 2 : 'a' undeclared
            server.rs   | rustc | fn main() {\\na();\\n}            | server.rs, ligne 2 : cannot find function `a`
            server.go   | go    | package main\\nfunc main() { a() }| server.go, ligne 2 : undefined: a
            Server.java | javac | class Server { }                  | Server.java : aucune classe n'a de méthode main
            """)
    void a_compile_error_names_file_line_and_message(String name, String tool, String text, String error)
            throws IOException {
        assumeTrue(Shell.which(List.of(tool)).isPresent(), "this machine has no " + tool);
        var file = file(name, text.replace("\\n", "\n"));
        assertThatThrownBy(() -> command(file)).isInstanceOf(CompileError.class).hasMessageStartingWith(error);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            server.pdf   | %PDF-1.7                   | server.pdf est un PDF et non un programme
            server.py    | %PDF-1.7                   | server.py est un PDF et non un programme
            server.ipynb | {}                         | server.ipynb est un notebook et non un programme
            server.docx  | PK                         | server.docx est un document Word et non un programme
            server       | #!/usr/bin/python3\\r\\n   | server a des fins de ligne Windows (CRLF) après #!
            server.sh    | #!/bin/sh\\r\\necho        | server.sh a des fins de ligne Windows (CRLF) après #!
            server.md    | # Mon serveur              | server.md n'est pas un programme
            """)
    void a_file_that_is_no_program_is_named_with_the_reason(String name, String text, String reason)
            throws IOException {
        var file = file(name, text.replace("\\n", "\n").replace("\\r", "\r"));
        assertThatThrownBy(() -> command(file)).isInstanceOf(NotLaunchable.class).hasMessageStartingWith(reason);
    }

    @Test
    void a_missing_tool_is_named() throws IOException {
        var language = new Language(List.of("no-such-tool"), List.of(), Pattern.compile("unused"));
        var file = file("server.x", "1");
        assertThatThrownBy(() -> language.command(file, folder)).isInstanceOf(NotLaunchable.class)
                .hasMessage("server.x ne peut pas être lancé : no-such-tool n'est pas installé sur cette machine.");
    }
}
