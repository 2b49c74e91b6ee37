package socketcourse.websockets;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.CloseReason.CloseCodes;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import socketcourse.relay.FrameHeader;

/**
 * Reads a server's frames one by one, and refuses a frame whose header the protocol forbids (RFC 6455, section 5) or
 * that is no text of a bounded length (section 7.4.1, codes 1003 and 1009).
 */
final class FrameReader {

    private static final int MAX_CONTROL_PAYLOAD = 125;

    private final DataInputStream in;
    private long messageLength;
    private boolean inMessage;
    private boolean closeReceived;

    /** The end of a connection on which the server has sent a frame that is refused. */
    static final class RefusedFrameException extends IOException {

        private final transient CloseReason reason;

        private RefusedFrameException(CloseCode code, String frame) {
            super(frame);
            reason = new CloseReason(code, frame);
        }

        CloseReason reason() {
            return reason;
        }
    }

    FrameReader(BufferedInputStream in) {
        this.in = new DataInputStream(in);
    }

    /**
     * Waits for the next frame.
     *
     * @return its bytes, header and payload
     * @throws RefusedFrameException if the frame is refused
     * @throws EOFException          if the connection ends before the frame does
     */
    ByteBuffer next() throws IOException {
        in.mark(FrameHeader.MAX_LENGTH);
        var header = new FrameHeader();
        var headerLength = 0;
        while (!header.isComplete()) {
            header.add(in.readByte());
            headerLength++;
        }
        check(header);
        in.reset();
        var frame = new byte[headerLength + (int) header.payloadLength()];
        in.readFully(frame);
        closeReceived |= header.opcode() == FrameHeader.CLOSE;
        return ByteBuffer.wrap(frame);
    }

    private void check(FrameHeader header) throws RefusedFrameException {
        var opcode = header.opcode();
        var length = header.payloadLength();
        forbid(header.hasReservedBits(), "bit RSV sans extension");
        forbid(header.isMasked(), "trame masquée");
        forbid(opcode > FrameHeader.BINARY && opcode < FrameHeader.CLOSE || opcode > FrameHeader.PONG,
                "opcode réservé (%s)".formatted(opcode));
        if (header.isControl()) {
            forbid(!header.isFin(), "trame de contrôle fragmentée");
            forbid(length < 0 || length > MAX_CONTROL_PAYLOAD, "trame de contrôle de plus de 125 octets");
            return;
        }
        forbid(opcode == FrameHeader.CONTINUATION && !inMessage, "trame de suite sans début");
        forbid(opcode != FrameHeader.CONTINUATION && inMessage, "nouveau message avant la fin du précédent");
        refuse(opcode == FrameHeader.BINARY, CloseCodes.CANNOT_ACCEPT, "message binaire, seul le texte est accepté");
        refuse(length < 0 || length > FrameRules.MAX_MESSAGE - messageLength, CloseCodes.TOO_BIG,
                "message de plus de 1 Mio");
        inMessage = !header.isFin();
        messageLength = inMessage ? messageLength + length : 0;
    }

    private static void forbid(boolean forbidden, String frame) throws RefusedFrameException {
        refuse(forbidden, CloseCodes.PROTOCOL_ERROR, frame);
    }

    private static void refuse(boolean refused, CloseCode code, String frame) throws RefusedFrameException {
        if (refused) {
            throw new RefusedFrameException(code, frame);
        }
    }

    /** Returns whether the server has sent a close frame. */
    boolean isCloseReceived() {
        return closeReceived;
    }
}
