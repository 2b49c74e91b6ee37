package socketcourse.websockets;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** A server as its clients see it, byte by byte. */
class ServerTest {

    private static final int PATIENCE_MILLIS = 120_000;

    private static final String HANDSHAKE = """
            GET / HTTP/1.1\r
            Host: localhost\r
            Upgrade: websocket\r
            Connection: Upgrade\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            Sec-WebSocket-Version: 13\r
            \r
            """;

    /** A chat without a screen. */
    @ServerEndpoint("/")
    public static final class Chat {

        private static final Set<Session> CLIENTS = ConcurrentHashMap.newKeySet();

        @OnOpen
        public void onOpen(Session client) {
            CLIENTS.add(client);
        }

        @OnMessage
        public void onMessage(String text, Session sender) {
            WebSockets.broadcast(CLIENTS, sender, text);
        }

        @OnClose
        public void onClose(Session client) {
            CLIENTS.remove(client);
        }
    }

    /** Answers. */
    @ServerEndpoint("/")
    public static final class Echo {

        @OnMessage
        public String onMessage(String text) {
            return text;
        }
    }

    private static Socket connect(WebSocketServer server) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(1 << 16);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static void send(Socket socket, String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(US_ASCII));
    }

    private static String line(Socket socket) throws IOException {
        var line = new StringBuilder();
        for (var next = socket.getInputStream().read(); next >= 0 && next != '\n'; next = socket.getInputStream().read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static DataInputStream upgraded(Socket socket) throws IOException {
        assertThat(line(socket)).isEqualTo("HTTP/1.1 101 Switching Protocols");
        while (!line(socket).isEmpty()) {
            // The rest of the head.
        }
        return new DataInputStream(socket.getInputStream());
    }

    private static DataInputStream joined(Socket socket) throws IOException {
        send(socket, HANDSHAKE);
        return upgraded(socket);
    }

    /** The payload of the next frame, preceded by its first byte in hexadecimal. */
    private static String frame(DataInputStream in) throws IOException {
        var first = in.readUnsignedByte();
        var length = in.readUnsignedByte();
        var payload = in.readNBytes(length < 126 ? length : length == 126 ? in.readUnsignedShort() : (int) in.readLong());
        return first == 0x88 ? "88 " + ((payload[0] & 0xFF) << 8 | payload[1] & 0xFF)
                : "%02X %s".formatted(first, new String(payload, US_ASCII));
    }

    private static byte[] text(String text) {
        var frame = new byte[14 + text.length()];
        frame[0] = (byte) 0x81;
        frame[1] = (byte) 0xFF;
        for (var i = 0; i < 8; i++) {
            frame[2 + i] = (byte) ((long) text.length() >> 8 * (7 - i));
        }
        System.arraycopy(text.getBytes(US_ASCII), 0, frame, 14, text.length());
        return frame;
    }

    @Test
    void a_text_in_the_handshake_s_own_packet_is_heard_whole_or_half() throws IOException {
        try (var server = WebSockets.serve(Echo.class, "localhost", 0)) {
            var hi = text("hi");
            for (var cut = 0; cut <= hi.length; cut++) {
                try (var client = connect(server)) {
                    var head = HANDSHAKE.getBytes(US_ASCII);
                    var packet = Arrays.copyOf(head, head.length + cut);
                    System.arraycopy(hi, 0, packet, head.length, cut);
                    client.getOutputStream().write(packet);
                    var in = upgraded(client);
                    client.getOutputStream().write(hi, cut, hi.length - cut);
                    assertThat(frame(in)).as("%s bytes in the packet", cut).isEqualTo("81 hi");
                }
            }
        }
    }

    @Test
    void a_page_from_elsewhere_and_a_name_from_elsewhere_are_refused_with_a_length() throws IOException {
        try (var server = WebSockets.serve(Echo.class, "localhost", 0)) {
            for (var evil : new String[] {
                HANDSHAKE.replace("Host: localhost", "Host: evil.example"),
                HANDSHAKE.replace("Upgrade: websocket", "Origin: http://evil.example\r\nUpgrade: websocket")}) {
                try (var client = connect(server)) {
                    send(client, evil);
                    assertThat(line(client)).startsWith("HTTP/1.1 403 ");
                    var head = new StringBuilder();
                    for (var next = line(client); !next.isEmpty(); next = line(client)) {
                        head.append(next).append('\n');
                    }
                    assertThat(head).contains("Content-Length: ");
                }
            }
        }
    }

    @Test
    void a_silent_client_is_asked_and_then_dropped_and_one_that_answers_stays() throws IOException {
        var times = new Heartbeat.Times(Duration.ofMillis(50), Duration.ofMillis(500), Duration.ofSeconds(6),
                Duration.ofSeconds(10));
        try (var server = WebSockets.serve(Echo.class, "localhost", 0, times);
                var silent = connect(server);
                var alive = connect(server)) {
            var in = joined(alive);
            var silentIn = joined(silent);
            assertThat(frame(silentIn)).isEqualTo("89 ");
            var gone = new Thread(() -> readAll(silentIn));
            gone.start();
            while (gone.isAlive()) {
                assertThat(frame(in)).isEqualTo("89 ");
                alive.getOutputStream().write(new byte[] {(byte) 0x8A, (byte) 0x80, 0, 0, 0, 0});
            }
            alive.getOutputStream().write(text("here"));
            var answer = frame(in);
            while (answer.equals("89 ")) {
                answer = frame(in);
            }
            assertThat(answer).isEqualTo("81 here");
        }
    }

    private static void readAll(DataInputStream in) {
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // A reset is an end, too.
        }
    }

    /** 64 MB for a client that reads nothing: the sender is never held up, and Ctrl-C's goodbye takes no longer for it. */
    @Test
    void nobody_waits_for_a_client_that_does_not_read_and_the_goodbye_does_not_either() throws Exception {
        try (var server = WebSockets.serve(Chat.class, "localhost", 0);
                var stalled = connect(server);
                var quick = connect(server);
                var sender = connect(server)) {
            joined(stalled);
            var in = joined(quick);
            joined(sender);
            var message = "x".repeat(1 << 20);
            for (var number = 0; number < 64; number++) {
                sender.getOutputStream().write(text(message));
                assertThat(frame(in)).hasSize(3 + (1 << 20));
            }
            var closing = new Thread(server::close);
            closing.start();
            assertThat(frame(in)).isEqualTo("88 1001");
            closing.join(PATIENCE_MILLIS);
            assertThat(closing.isAlive()).isFalse();
        }
    }

    @Test
    void who_is_more_than_4_MiB_behind_is_told_1013_as_soon_as_it_reads_again() throws IOException {
        // However long this machine takes until it reads again.
        var times = new Heartbeat.Times(Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(5),
                Duration.ofMinutes(5));
        try (var server = WebSockets.serve(Chat.class, "localhost", 0, times);
                var slow = connect(server);
                var quick = connect(server);
                var sender = connect(server)) {
            var slowIn = joined(slow);
            var in = joined(quick);
            joined(sender);
            for (var number = 0; number < 64; number++) {
                sender.getOutputStream().write(text("x".repeat(1 << 20)));
                frame(in);
            }
            var frames = 0;
            var last = frame(slowIn);
            for (; last.startsWith("81"); last = frame(slowIn)) {
                frames++;
            }
            assertThat(last).isEqualTo("88 1013");
            assertThat(frames).isLessThan(32);
        }
    }
}
