package socketcourse.websockets;

import jakarta.websocket.CloseReason;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import socketcourse.relay.FrameHeader;

/** Reads a server's frames one by one. A frame whose header breaks the rules is refused before its payload is read. */
final class FrameReader {

    private final DataInputStream in;
    private final HeaderRules rules = new HeaderRules(false);
    private boolean closeReceived;

    /** The end of a connection on which the server has sent a frame that is refused. */
    static final class RefusedFrameException extends IOException {

        private static final long serialVersionUID = 1;

        private final transient CloseReason reason;

        private RefusedFrameException(CloseReason reason) {
            super(reason.getReasonPhrase());
            this.reason = reason;
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
        var violation = rules.violation(header);
        if (violation.isPresent()) {
            throw new RefusedFrameException(violation.get());
        }
        in.reset();
        var frame = new byte[headerLength + (int) header.payloadLength()];
        in.readFully(frame);
        closeReceived |= header.opcode() == FrameHeader.CLOSE;
        return ByteBuffer.wrap(frame);
    }

    /** Returns whether the server has sent a close frame. */
    boolean isCloseReceived() {
        return closeReceived;
    }
}
