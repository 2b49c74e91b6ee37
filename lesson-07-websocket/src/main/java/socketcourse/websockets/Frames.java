package socketcourse.websockets;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.nio.ByteBuffer;
import socketcourse.relay.FrameHeader;

/** The frames of a server. */
final class Frames {

    /** A control frame is short (RFC 6455, section 5.5), and a server does not mask it. */
    private static final int CONTROL_HEADER_LENGTH = 2;

    private static final ByteBuffer EMPTY = ByteBuffer.allocate(0);

    private Frames() {
    }

    static ByteBuffer text(String text) {
        return frame(FrameHeader.TEXT, UTF_8.encode(text));
    }

    static ByteBuffer close(CloseReason reason) {
        var phrase = UTF_8.encode(reason.getReasonPhrase());
        return frame(FrameHeader.CLOSE, ByteBuffer.allocate(Short.BYTES + phrase.remaining())
                .putShort((short) reason.getCloseCode().getCode()).put(phrase).flip());
    }

    static ByteBuffer ping() {
        return frame(FrameHeader.PING, EMPTY);
    }

    private static ByteBuffer frame(int opcode, ByteBuffer payload) {
        var frame = ByteBuffer.allocate(FrameHeader.MAX_LENGTH + payload.remaining());
        FrameHeader.write(frame, opcode, payload.remaining());
        return frame.put(payload).flip();
    }

    static boolean isClose(ByteBuffer frame) {
        return FrameHeader.opcode(frame.get(frame.position())) == FrameHeader.CLOSE;
    }

    /** Returns the code and the phrase of a close frame. */
    static CloseReason closeReason(ByteBuffer frame) {
        var payload = frame.duplicate().position(frame.position() + CONTROL_HEADER_LENGTH);
        var code = payload.hasRemaining() ? CloseCodes.getCloseCode(payload.getShort()) : CloseCodes.NO_STATUS_CODE;
        return new CloseReason(code, UTF_8.decode(payload).toString());
    }
}
