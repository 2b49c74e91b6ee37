package socketcourse.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorMessageTest {

    @Test
    void a_mistake_in_a_program_is_told_with_its_file_and_line() {
        var mistake = new IllegalStateException("oups");
        mistake.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("java.util.List", "get", "List.java", 7),
            new StackTraceElement("socketcourse.lesson01.Server", "main", "Server.java", 24)});
        assertThat(ErrorMessage.line(mistake, "server", "localhost", "9999", 0))
                .isEqualTo("Erreur dans le programme (java.lang.IllegalStateException: oups), Server.java, ligne 24.");
    }

    @Test
    void a_wrong_argument_is_the_port_s_fault_only_if_the_port_is_wrong() {
        var mistake = new IllegalArgumentException("oups");
        assertThat(ErrorMessage.line(mistake, "server", "localhost", "9999", 0)).startsWith("Erreur dans le programme");
        assertThat(ErrorMessage.line(mistake, "server", "localhost", "65536", 0))
                .isEqualTo("Port invalide : 65536. Un port est un nombre de 0 à 65535.");
    }

    @Test
    void only_a_client_is_told_to_start_the_server() {
        var timeout = new SocketTimeoutException("Accept timed out");
        assertThat(ErrorMessage.line(timeout, "client", "localhost", "9999", 2)).contains("Lancez d'abord le serveur");
        assertThat(ErrorMessage.line(timeout, "reply-server", "localhost", "9999", 2))
                .isEqualTo("Échec sur localhost:9999 (java.net.SocketTimeoutException: Accept timed out).");
    }

    @Test
    void a_client_with_port_0_is_told_that_it_needs_the_server_s() {
        assertThat(ErrorMessage.line(new ConnectException("Connection refused"), "client", "localhost", "0", 0))
                .endsWith("Donnez avec -Dport le port du serveur : 0 n'en est pas un.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cannot assign requested address", "Can't assign requested address",
        "Cannot assign requested address: bind"})
    void a_server_at_the_address_of_another_machine_is_told_its_own(String linuxMacOSWindows) {
        assertThat(ErrorMessage.line(new BindException(linuxMacOSWindows), "server", "192.0.2.7", "9999", 0))
                .startsWith("Adresse d'une autre machine : 192.0.2.7:9999").contains("localhost", "0.0.0.0");
    }

    @Test
    void what_is_too_big_may_be_the_message_or_the_buffer() {
        assertThat(ErrorMessage.line(new OutOfMemoryError("oups"), "receive-all-server", "localhost", "9999", 0))
                .contains("trop grand", "-Dsize", "-Dbuffer");
    }

    @Test
    void what_is_wrapped_is_what_counts() {
        var refused = new ConnectException("oups");
        var line = ErrorMessage.line(refused, "client", "localhost", "9999", 0);
        assertThat(Stream.of(new UncheckedIOException(refused), new ExceptionInInitializerError(refused),
                new InvocationTargetException(new UncheckedIOException(refused))))
                .allSatisfy(wrapper -> assertThat(ErrorMessage.line(wrapper, "client", "localhost", "9999", 0))
                        .isEqualTo(line));
    }
}
