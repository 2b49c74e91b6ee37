package socketcourse.websockets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import socketcourse.testing.terminal.Terminal;

/** A WebSocket client or server on a plain socket, which can also send what no library would send. */
public final class RawPeer implements AutoCloseable {

    public static final int CONTINUATION = 0;
    public static final int TEXT = 1;
    public static final int CLOSE = 8;
    public static final int PING = 9;
    public static final int PONG = 10;

    /** A received frame. */
    public record Frame(boolean fin, int opcode, boolean masked, byte[] payload) {

        public String text() {
            return new String(payload, UTF_8);
        }

        /** Returns the code of a close frame: RFC 6455, section 7.4. */
        public int code() {
            assertThat(opcode).isEqualTo(CLOSE);
            return ByteBuffer.wrap(payload).getShort();
        }
    }

    private final Socket socket;
    private final DataInputStream in;
    private boolean isServer;

    public RawPeer(int port) throws IOException {
        this(port, 0);
    }

    /** Creates a client with a receive buffer of that many bytes; 0 is the system's default. */
    public RawPeer(int port, int receiveBuffer) throws IOException {
        this(connected(port, receiveBuffer));
    }

    /** Creates a peer on a connected socket. */
    public RawPeer(Socket socket) throws IOException {
        this(socket, socket.getInputStream());
        socket.setSoTimeout(2 * (int) Terminal.PATIENCE.toMillis());
    }

    /** Creates a peer on a connected socket, of which another stream reads. */
    public RawPeer(Socket socket, InputStream input) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        in = new DataInputStream(input);
    }

    private static Socket connected(int port, int receiveBuffer) throws IOException {
        var socket = new Socket();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    /** Returns a client that has joined at {@code /}. */
    public static RawPeer joined(int port) throws IOException {
        var client = new RawPeer(port);
        assertThat(client.request("/")).startsWith("HTTP/1.1 101 Switching Protocols\r\n");
        return client;
    }

    /** Sends a request for the upgrade, and returns the head of the response. */
    public String request(String path) throws IOException {
        return exchange(upgradeRequest(path));
    }

    /** Returns a request for the upgrade, with a random key. */
    public static String upgradeRequest(String path) {
        var key = new byte[16];
        ThreadLocalRandom.current().nextBytes(key);
        return """
                GET %s HTTP/1.1
                Host: localhost
                Upgrade: websocket
                Connection: Upgrade
                Sec-WebSocket-Key: %s
                Sec-WebSocket-Version: 13

                """.formatted(path, Base64.getEncoder().encodeToString(key));
    }

    /** Sends an HTTP request, and returns the head of the response. */
    public String exchange(String request) throws IOException {
        sendBytes(request.replace("\n", "\r\n").getBytes(US_ASCII));
        return receiveHead();
    }

    /** Sends the response of a server to the upgrade (RFC 6455, section 4.2.2), with that Sec-WebSocket-Accept. */
    public void upgrade(String accept) throws IOException {
        isServer = true;
        sendBytes("""
                HTTP/1.1 101 Switching Protocols
                Upgrade: websocket
                Connection: Upgrade
                Sec-WebSocket-Accept: %s

                """.formatted(accept).replace("\n", "\r\n").getBytes(US_ASCII));
    }

    /** Returns whether this peer has sent the response to an upgrade. */
    public boolean isServer() {
        return isServer;
    }

    /** Returns the Sec-WebSocket-Accept for a request. */
    public static String accept(String request) {
        var key = Pattern.compile("(?mi)^Sec-WebSocket-Key: *(\\S+)").matcher(request);
        assertThat(key.find()).as("there is a Sec-WebSocket-Key in %s", request).isTrue();
        try {
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1")
                    .digest((key.group(1) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-1", e);
        }
    }

    /** Receives the head of an HTTP message. */
    public String receiveHead() throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            head.write(in.readUnsignedByte());
        }
        return head.toString(ISO_8859_1);
    }

    public void sendText(String text) throws IOException {
        send(0x80 | TEXT, text.getBytes(UTF_8));
    }

    /** Sends a frame. A client masks it with a key of zeros, which does not change the payload. */
    public void send(int firstByte, byte[] payload) throws IOException {
        var frame = ByteBuffer.allocate(14 + payload.length).put((byte) firstByte);
        var mask = isServer ? 0 : 0x80;
        if (payload.length < 126) {
            frame.put((byte) (mask | payload.length));
        } else if (payload.length < 65536) {
            frame.put((byte) (mask | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (mask | 127)).putLong(payload.length);
        }
        if (!isServer) {
            frame.putInt(0);
        }
        frame.put(payload).flip();
        var bytes = new byte[frame.remaining()];
        frame.get(bytes);
        sendBytes(bytes);
    }

    public void sendBytes(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Receives the next frame that is not a ping, and answers pings: otherwise the server drops the client. */
    public Frame receive() throws IOException {
        var frame = receiveAny();
        for (; frame.opcode() == PING; frame = receiveAny()) {
            send(0x80 | PONG, frame.payload());
        }
        return frame;
    }

    /** Receives the next frame. */
    public Frame receiveAny() throws IOException {
        var first = in.readUnsignedByte();
        var second = in.readUnsignedByte();
        var masked = (second & 0x80) != 0;
        long length = second & 0x7F;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        var maskingKey = masked ? in.readNBytes(4) : new byte[4];
        var payload = in.readNBytes((int) length);
        for (var i = 0; i < payload.length; i++) {
            payload[i] ^= maskingKey[i % 4];
        }
        return new Frame((first & 0x80) != 0, first & 0x0F, masked, payload);
    }

    /** Waits until the server closes the TCP connection, and fails if it sends something before. */
    public void awaitNothingMore() throws IOException {
        assertThat(in.read()).as("the end of the connection").isEqualTo(-1);
    }

    /** Reads until the server closes or resets the TCP connection. */
    public void awaitEnd() throws IOException {
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
