package socketcourse.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureTest {

    @Test
    void a_mistake_in_a_program_is_told_with_its_file_and_line() {
        var mistake = new IllegalStateException("oups");
        mistake.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("java.util.List", "get", "List.java", 7),
            new StackTraceElement("socketcourse.lesson01.Server", "main", "Server.java", 24)});
        assertThat(Failure.line(mistake, "localhost", "9999", 0))
                .isEqualTo("Erreur dans le programme (java.lang.IllegalStateException: oups), Server.java, ligne 24.");
    }

    @Test
    void a_wrong_argument_is_the_port_s_fault_only_if_the_port_is_wrong() {
        var mistake = new IllegalArgumentException("oups");
        assertThat(Failure.line(mistake, "localhost", "9999", 0)).startsWith("Erreur dans le programme");
        assertThat(Failure.line(mistake, "localhost", "65536", 0))
                .isEqualTo("Port invalide : 65536. Un port est un nombre de 0 à 65535.");
    }
}
