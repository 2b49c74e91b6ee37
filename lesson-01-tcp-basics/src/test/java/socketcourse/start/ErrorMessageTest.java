package socketcourse.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorMessageTest {

    private static String line(Throwable cause, String id) {
        return ErrorMessage.line(cause, id, "localhost", "9999", 2);
    }

    private static <T extends Throwable> T thrownInLine24(T mistake) {
        mistake.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("java.util.List", "get", "List.java", 7),
            new StackTraceElement("socketcourse.lesson01.Server", "main", "Server.java", 24)});
        return mistake;
    }

    @Test
    void a_mistake_in_a_program_is_reported_with_file_and_line() {
        assertThat(line(thrownInLine24(new IllegalStateException("oups")), "server"))
                .isEqualTo("Erreur dans le programme (java.lang.IllegalStateException: oups), Server.java, ligne 24.");
        assertThat(line(thrownInLine24(new SocketException("Socket is closed")), "server")).isEqualTo(
                "Échec sur localhost:9999 (java.net.SocketException: Socket is closed), Server.java, ligne 24.");
    }

    @Test
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void a_wrong_argument_names_the_option_if_one_is_wrong() {
        var mistake = new IllegalArgumentException("oups");
        assertThat(line(mistake, "server")).startsWith("Erreur dans le programme");
        System.setProperty("lose", "x");
        try {
            assertThat(line(mistake, "server")).isEqualTo("Option invalide : -Dlose=x "
                    + "(java.lang.IllegalArgumentException: oups). Il faut un nombre de 1 à 2147483647.");
        } finally {
            System.clearProperty("lose");
        }
    }

    @Test
    void only_a_client_is_told_to_start_the_server() {
        assertThat(line(new SocketTimeoutException("Receive timed out"), "client")).isEqualTo(
                "Pas de réponse de localhost:9999 au bout de 2 s (java.net.SocketTimeoutException: Receive timed out). "
                        + "Lancez d'abord le serveur, puis ce client avec l'adresse et le port du serveur "
                        + "(-Dhost, -Dport).");
        assertThat(line(new SocketTimeoutException("Accept timed out"), "reply-server"))
                .startsWith("Échec sur localhost:9999 (java.net.SocketTimeoutException: Accept timed out)");
    }

    @Test
    void a_client_with_port_0_is_told_to_give_the_server_s_port() {
        assertThat(Stream.of(new ConnectException("Connection refused"), new SocketException("Can't send to port 0")))
                .allSatisfy(cause -> assertThat(ErrorMessage.line(cause, "client", "localhost", "0", 0)).isEqualTo(
                        "Aucun serveur n'écoute sur le port 0 (%s). Donnez avec -Dport le port du serveur.", cause));
    }

    @Test
    void an_unknown_host_is_named_by_clients_and_servers() {
        var address = new InetSocketAddress("nowhere.invalid", 9999);
        assertThat(Stream.<Throwable>of(new UnknownHostException("nowhere.invalid"),
                catchThrowable(() -> new ServerSocket().bind(address)),
                catchThrowable(() -> new DatagramSocket(address))))
                .allSatisfy(cause -> assertThat(ErrorMessage.line(cause, "server", "nowhere.invalid", "9999", 0))
                        .isEqualTo("Machine inconnue : nowhere.invalid (%s). Vérifiez -Dhost.", cause));
    }

    @Test
    void an_unreachable_host_is_named() {
        assertThat(Stream.of(new NoRouteToHostException("No route to host"),
                new ConnectException("Network is unreachable")))
                .allSatisfy(cause -> assertThat(ErrorMessage.line(cause, "client", "192.0.2.7", "9999", 0))
                        .isEqualTo("Machine injoignable : 192.0.2.7 (%s). Vérifiez -Dhost et le réseau.", cause));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cannot assign requested address", "Can't assign requested address",
        "Cannot assign requested address: bind"})
    void a_server_at_another_machine_s_address_names_it(String linuxMacOsWindows) {
        assertThat(ErrorMessage.line(new BindException(linuxMacOsWindows), "server", "192.0.2.7", "9999", 0))
                .startsWith("192.0.2.7 n'est pas une adresse de cette machine (java.net.BindException: ")
                .contains("localhost", "0.0.0.0");
    }

    @Test
    void too_little_memory_names_the_options_size_and_buffer() {
        assertThat(line(new OutOfMemoryError("oups"), "receive-all-server"))
                .contains("trop grand", "OutOfMemoryError", "-Dsize", "-Dbuffer");
    }

    @Test
    void a_wrapped_exception_is_reported_like_itself() {
        var refused = new ConnectException("oups");
        assertThat(Stream.of(new UncheckedIOException(refused), new ExceptionInInitializerError(refused),
                new InvocationTargetException(new UncheckedIOException(refused))))
                .allSatisfy(wrapper -> assertThat(line(wrapper, "client")).isEqualTo(line(refused, "client")));
    }

    @Test
    @ResourceLock(Resources.LOCALE)
    void numbers_have_ASCII_digits_in_every_locale() {
        var locale = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            assertThat("%d".formatted(24)).as("the digits of this locale").isNotEqualTo("24");
            assertThat(line(thrownInLine24(new IllegalStateException("oups")), "server")).endsWith("ligne 24.");
            assertThat(NumberOption.PORT.message(new NumberFormatException())).contains("de 0 à 65535");
        } finally {
            Locale.setDefault(locale);
        }
    }
}
