package socketcourse.lesson04;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static socketcourse.lesson04.ReceiveAllServer.receiveAll;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The method {@code receiveAll} and the chapter's claim about the socket's buffer. */
class ReceiveAllTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1024, 4096, 65535, 1_000_000})
    void the_message_does_not_depend_on_the_buffer_size(int bufferSize) throws IOException {
        var message = new byte[100_000];
        new Random(7).nextBytes(message);
        assertThat(receiveAll(new ByteArrayInputStream(message), bufferSize)).isEqualTo(message);
    }

    @Test
    void EOF_at_once_gives_an_empty_message() throws IOException {
        assertThat(receiveAll(InputStream.nullInputStream(), 1024)).isEmpty();
    }

    @Test
    void receiving_continues_until_the_peer_closes() throws IOException {
        try (var serverSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var sender = new Socket(serverSocket.getInetAddress(), serverSocket.getLocalPort());
                var receiver = serverSocket.accept()) {
            sender.getOutputStream().write("ABC".getBytes(UTF_8));
            sender.getOutputStream().write("DEF".getBytes(UTF_8));
            sender.shutdownOutput();
            assertThat(receiveAll(receiver.getInputStream(), 2)).isEqualTo("ABCDEF".getBytes(UTF_8));
        }
    }

    @Test
    void data_that_exceeds_the_buffer_waits_for_the_next_read() throws IOException {
        try (var serverSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var sender = new Socket(serverSocket.getInetAddress(), serverSocket.getLocalPort());
                var receiver = serverSocket.accept()) {
            sender.getOutputStream().write("ABCDEFGHIJKL".getBytes(UTF_8));
            var buffer = new byte[10];
            assertThat(receiver.getInputStream().read(buffer)).isEqualTo(10);
            assertThat(receiver.getInputStream().available()).isEqualTo(2);
            assertThat(receiver.getInputStream().read(buffer)).isEqualTo(2);
        }
    }
}
