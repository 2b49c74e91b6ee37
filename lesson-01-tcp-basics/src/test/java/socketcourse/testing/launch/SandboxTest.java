package socketcourse.testing.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program in the sandbox reaches nothing but its own folder. */
class SandboxTest {

    @TempDir
    private Path folder;
    private Path own;

    @BeforeEach
    void create_folders() throws Exception {
        assumeTrue(Sandbox.isPossible(), "bubblewrap is missing or not allowed");
        own = Files.createDirectories(folder.resolve("submissions/alice"));
        Files.createDirectories(folder.resolve("submissions/bob"));
    }

    private String output(String command) throws IOException {
        var sandboxed = Sandbox.command("cd " + Shell.quoted(own) + " && " + command, own, own, own.getParent());
        var process = new ProcessBuilder(Sandbox.withoutNetwork(List.of("sh", "-c", sandboxed)))
                .redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    }

    @Test
    void it_writes_in_its_own_folder_only() throws IOException {
        assertThat(output("echo a > mine && cat mine")).isEqualTo("a");
        assertThat(own.resolve("mine")).exists();
        var outside = folder.resolve("outside");
        output("echo a > " + Shell.quoted(outside));
        assertThat(outside).doesNotExist();
        assertThat(output("echo a > /usr/evil")).contains("Read-only file system");
    }

    @Test
    void it_sees_neither_the_home_folder_nor_other_submissions() throws IOException {
        var home = Path.of(System.getProperty("user.home"));
        var hidden = Files.createTempFile(home, ".socket-course", "");
        try {
            assertThat(output("ls -A " + Shell.quoted(home))).doesNotContain(hidden.getFileName().toString());
        } finally {
            Files.delete(hidden);
        }
        assertThat(output("ls ..")).isEqualTo("alice");
    }

    @Test
    void it_has_no_network_but_localhost() throws IOException {
        assertThat(output("tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d ' '")).isEqualTo("lo");
    }

    @Test
    void it_runs_the_interpreters_of_this_machine() throws Exception {
        var program = Files.writeString(own.resolve("server.py"), "print('ok')");
        assumeTrue(Python.with("socket").isPresent(), "this machine has no Python 3");
        assertThat(output(Launch.command(program, 9999, own))).isEqualTo("ok");
        var java = Files.writeString(own.resolve("A.java"),
                "class A { public static void main(String[] a) { System.out.print(\"ok\"); } }");
        assertThat(output(Launch.command(java, 9999, own))).isEqualTo("ok");
    }
}
