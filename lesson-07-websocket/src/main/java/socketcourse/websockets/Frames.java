package socketcourse.websockets;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.websocket.CloseReason.CloseCode;
import java.nio.ByteBuffer;

/** The bytes of a server's frames: RFC 6455, section 5.2. */
final class Frames {

    private static final int TEXT = 0x81;
    private static final int CLOSE = 0x88;
    private static final int PING = 0x89;

    private Frames() {
    }

    static ByteBuffer text(String text) {
        var payload = UTF_8.encode(text);
        var length = payload.remaining();
        var frame = ByteBuffer.allocate(10 + length).put((byte) TEXT);
        if (length < 126) {
            frame.put((byte) length);
        } else if (length < 1 << 16) {
            frame.put((byte) 126).putShort((short) length);
        } else {
            frame.put((byte) 127).putLong(length);
        }
        return frame.put(payload).flip();
    }

    static ByteBuffer close(CloseCode code) {
        return ByteBuffer.allocate(4).put((byte) CLOSE).put((byte) 2).putShort((short) code.getCode()).flip();
    }

    static ByteBuffer ping() {
        return ByteBuffer.allocate(2).put((byte) PING).put((byte) 0).flip();
    }

    static boolean isClose(ByteBuffer frame) {
        return (frame.get(frame.position()) & 0xFF) == CLOSE;
    }
}
