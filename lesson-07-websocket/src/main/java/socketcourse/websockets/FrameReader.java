package socketcourse.websockets;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.CloseReason.CloseCodes;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Reads a server's frames one by one, and refuses a frame that the protocol forbids (RFC 6455, section 5) or that a
 * client of the course does not accept (section 7.4.1, codes 1003 and 1009).
 */
final class FrameReader {

    /** The longest message, in bytes. */
    static final int MAX_MESSAGE = 1 << 20;

    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PONG = 10;
    private static final int LONGEST_HEADER = 10;
    private static final int LONGEST_CONTROL_PAYLOAD = 125;

    private final DataInputStream in;
    private long messageLength;
    private boolean inMessage;
    private volatile boolean closeReceived;

    /** The end of a connection on which the server sent a frame that is refused. */
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
     * @throws RefusedFrameException if the header is not one that a server may send
     * @throws EOFException          if the connection ends before the frame does
     */
    ByteBuffer next() throws IOException {
        in.mark(LONGEST_HEADER);
        var first = in.readUnsignedByte();
        var second = in.readUnsignedByte();
        var shortLength = second & 0x7F;
        var length = shortLength == 126 ? in.readUnsignedShort() : shortLength == 127 ? in.readLong() : shortLength;
        var headerLength = shortLength == 126 ? 4 : shortLength == 127 ? 10 : 2;
        check(first, second, length);
        in.reset();
        var frame = new byte[headerLength + (int) length];
        in.readFully(frame);
        closeReceived |= (first & 0x0F) == CLOSE;
        return ByteBuffer.wrap(frame);
    }

    private void check(int first, int second, long length) throws RefusedFrameException {
        var opcode = first & 0x0F;
        var fin = (first & 0x80) != 0;
        forbid((first & 0x70) != 0, "un bit RSV sans extension");
        forbid((second & 0x80) != 0, "une trame masquée");
        forbid(opcode > PONG || opcode > BINARY && opcode < CLOSE, "une trame de type inconnu (%s)".formatted(opcode));
        if (opcode >= CLOSE) {
            forbid(!fin, "une trame de contrôle en plusieurs morceaux");
            forbid(length > LONGEST_CONTROL_PAYLOAD, "une trame de contrôle de plus de 125 octets");
            return;
        }
        forbid(opcode == CONTINUATION && !inMessage, "la suite d'un message qui n'a pas commencé");
        forbid(opcode != CONTINUATION && inMessage, "un message au milieu d'un autre");
        refuse(opcode == BINARY, CloseCodes.CANNOT_ACCEPT, "un message binaire, que ce client n'accepte pas");
        refuse(length < 0 || length > MAX_MESSAGE - messageLength, CloseCodes.TOO_BIG,
                "un message de plus de 1 Mio, que ce client n'accepte pas");
        inMessage = !fin;
        messageLength = fin ? 0 : messageLength + length;
    }

    private static void forbid(boolean forbidden, String frame) throws RefusedFrameException {
        refuse(forbidden, CloseCodes.PROTOCOL_ERROR, frame + ", ce que le protocole interdit");
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
