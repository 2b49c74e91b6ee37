package socketcourse.lesson02;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The chapter's claims about bytes and strings, checked with bare sockets. */
class BytesClaimsTest {

    private ServerSocket serverSocket;
    private Socket alice;
    private Socket bob;

    @BeforeEach
    void connect() throws IOException {
        serverSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        alice = new Socket(serverSocket.getInetAddress(), serverSocket.getLocalPort());
        bob = serverSocket.accept();
    }

    @AfterEach
    void close() throws IOException {
        bob.close();
        alice.close();
        serverSocket.close();
    }

    @Test
    void a_c_cedilla_is_sent_as_two_bytes() throws IOException {
        alice.getOutputStream().write("ç".getBytes(UTF_8));
        alice.shutdownOutput();
        assertThat(bob.getInputStream().readAllBytes()).containsExactly(0xC3, 0xA7);
    }

    @Test
    void decoding_with_another_charset_gives_another_text() throws IOException {
        alice.getOutputStream().write("ç".getBytes(UTF_8));
        alice.shutdownOutput();
        assertThat(new String(bob.getInputStream().readAllBytes(), ISO_8859_1)).isEqualTo("Ã§");
    }

    @Test
    void a_read_returns_at_most_the_buffer_size_and_keeps_the_rest() throws IOException {
        alice.getOutputStream().write(new byte[1500]);
        alice.shutdownOutput();
        assertThat(bob.getInputStream().read(new byte[1024])).isLessThanOrEqualTo(1024);
        assertThat(bob.getInputStream().readAllBytes()).hasSizeGreaterThanOrEqualTo(1500 - 1024);
    }

    @Test
    void a_read_does_not_wait_for_a_full_buffer() throws IOException {
        alice.getOutputStream().write('!');
        assertThat(bob.getInputStream().read(new byte[1024])).isEqualTo(1);
    }

    @Test
    void reading_after_the_peer_has_closed_returns_EOF() throws IOException {
        alice.close();
        assertThat(bob.getInputStream().read(new byte[1024])).isEqualTo(-1);
    }
}
