package socketcourse.lesson07;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import socketcourse.testing.net.Ports;
import socketcourse.testing.terminal.Terminal;

/** The relay that counts the bytes of the benchmark. */
class MeterTest {

    @Test
    void a_refused_or_half_closed_connection_does_not_stop_it() throws IOException {
        try (var meter = new Meter("localhost", 0);
                var serverSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            serverSocket.setSoTimeout((int) Terminal.PATIENCE.toMillis());
            meter.forwardTo(Ports.free());
            try (var client = new Socket("localhost", meter.port())) {
                assertThat(client.getInputStream().read()).isEqualTo(-1);
            }

            meter.forwardTo(serverSocket.getLocalPort());
            try (var client = new Socket("localhost", meter.port()); var server = serverSocket.accept()) {
                client.getOutputStream().write("question".getBytes(UTF_8));
                client.shutdownOutput();
                assertThat(server.getInputStream().readAllBytes()).asString(UTF_8).isEqualTo("question");
                server.getOutputStream().write("answer".getBytes(UTF_8));
                server.shutdownOutput();
                assertThat(client.getInputStream().readAllBytes()).asString(UTF_8).isEqualTo("answer");
                assertThat(meter.bytes()).isEqualTo("question".length() + "answer".length());
            }
        }
    }
}
