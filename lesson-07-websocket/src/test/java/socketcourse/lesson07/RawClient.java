package socketcourse.lesson07;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import socketcourse.testing.Terminal;

/** A WebSocket client made of a bare socket, which may do what no library would. */
final class RawClient implements AutoCloseable {

    static final int TEXT = 1;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    /** A frame as it came: its opcode and its payload. */
    record Frame(int opcode, byte[] payload) {

        String text() {
            return new String(payload, UTF_8);
        }

        /** The code of a close frame: RFC 6455, section 7.4. */
        int code() {
            assertThat(opcode).isEqualTo(CLOSE);
            return ByteBuffer.wrap(payload).getShort();
        }
    }

    private final Socket socket = new Socket();
    private final DataInputStream in;

    RawClient(int port) throws IOException {
        this(port, 0);
    }

    /** A client with a receive buffer of that many bytes; 0 for the system's own size. */
    RawClient(int port, int receiveBuffer) throws IOException {
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.setSoTimeout(2 * (int) Terminal.PATIENCE.toMillis());
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setTcpNoDelay(true);
        in = new DataInputStream(socket.getInputStream());
    }

    /** A client that has joined at {@code /}. */
    static RawClient joined(int port) throws IOException {
        var client = new RawClient(port);
        assertThat(client.request("/")).startsWith("HTTP/1.1 101 Switching Protocols\r\n");
        return client;
    }

    /** Asks for the upgrade, and returns the head of the answer. */
    String request(String path) throws IOException {
        return exchange("""
                GET %s HTTP/1.1
                Host: localhost
                Upgrade: websocket
                Connection: Upgrade
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
                Sec-WebSocket-Version: 13

                """.formatted(path));
    }

    /** Sends an HTTP request, and returns the head of the answer. */
    String exchange(String request) throws IOException {
        sendBytes(request.replace("\n", "\r\n").getBytes(US_ASCII));
        var head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            head.write(in.readUnsignedByte());
        }
        return head.toString(ISO_8859_1);
    }

    void sendText(String text) throws IOException {
        send(0x80 | TEXT, text.getBytes(UTF_8));
    }

    /** Sends a frame with a masking key of zeros, which leaves the payload as it is. */
    void send(int firstByte, byte[] payload) throws IOException {
        var frame = ByteBuffer.allocate(14 + payload.length).put((byte) firstByte);
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else if (payload.length < 65536) {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (0x80 | 127)).putLong(payload.length);
        }
        frame.putInt(0).put(payload).flip();
        var bytes = new byte[frame.remaining()];
        frame.get(bytes);
        sendBytes(bytes);
    }

    void sendBytes(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    Frame receive() throws IOException {
        var opcode = in.readUnsignedByte() & 0x0F;
        long length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        return new Frame(opcode, in.readNBytes((int) length));
    }

    /** Reads whatever still comes until the server has closed the TCP connection, or has broken it. */
    void awaitEnd() throws IOException {
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (SocketException e) {
            assertThat(e).hasMessageContaining("reset");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
