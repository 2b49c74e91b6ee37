package socketcourse.testing.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;

/** Operations of a test that plays the peer of a program. */
public final class Sockets {

    private Sockets() {
    }

    /** Sends a text as UTF-8 with nothing around it. */
    public static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
    }

    /** Returns the bytes of one read, at most 4096, as UTF-8 text. */
    public static String receive(Socket socket) throws IOException {
        var buffer = new byte[4096];
        return new String(buffer, 0, socket.getInputStream().read(buffer), UTF_8);
    }

    /** Closes with RST instead of FIN (RFC 9293, section 3.10.5: abort); a closed socket stays as it is. */
    public static void reset(Socket socket) throws IOException {
        if (!socket.isClosed()) {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}
