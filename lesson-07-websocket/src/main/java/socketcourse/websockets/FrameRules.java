package socketcourse.websockets;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.nio.ByteBuffer;
import java.util.Optional;
import socketcourse.relay.FrameHeader;

/**
 * The rules for a client's frames that Tyrus does not check: frames are masked (RFC 6455, section 5.1), messages are
 * text of a bounded length (section 7.4.1, codes 1003 and 1009). It reads the bytes of one connection in order, the
 * headers only.
 */
final class FrameRules {

    /** The length of the longest message, in bytes. */
    static final int MAX_MESSAGE = 1 << 20;

    private FrameHeader header = new FrameHeader();
    private long payloadLeft;
    private long messageLength;
    private boolean closeSeen;
    private CloseReason violation;

    /**
     * Reads the next bytes, which may begin and end anywhere in a frame. After a violation it only looks for the
     * client's close frame.
     *
     * @param frames the bytes; their position and limit do not change
     * @return the index after the last byte of the frames that keep the rules
     */
    int read(ByteBuffer frames) {
        var end = violation == null ? frames.limit() : frames.position();
        var frameStart = frames.position();
        for (var at = frames.position(); at < frames.limit(); ) {
            if (payloadLeft > 0) {
                var skipped = (int) Math.min(payloadLeft, frames.limit() - at);
                payloadLeft -= skipped;
                at += skipped;
                continue;
            }
            if (header.isComplete()) {
                header = new FrameHeader();
                frameStart = at;
            }
            header.add(frames.get(at++));
            if (header.isComplete()) {
                takeHeader();
                if (violation == null) {
                    violation = brokenRule();
                    end = violation == null ? end : frameStart;
                }
            }
        }
        return end;
    }

    private void takeHeader() {
        // A length of 2^63 or more never ends.
        payloadLeft = header.payloadLength() & Long.MAX_VALUE;
        closeSeen |= header.opcode() == FrameHeader.CLOSE;
        if (!header.isControl()) {
            messageLength = header.payloadLength()
                    + (header.opcode() == FrameHeader.CONTINUATION ? messageLength : 0);
        }
    }

    private CloseReason brokenRule() {
        if (header.hasReservedBits()) {
            return new CloseReason(CloseCodes.PROTOCOL_ERROR, "bit RSV sans extension");
        }
        if (!header.isMasked()) {
            return new CloseReason(CloseCodes.PROTOCOL_ERROR, "trame non masquée");
        }
        if (header.opcode() == FrameHeader.BINARY) {
            return new CloseReason(CloseCodes.CANNOT_ACCEPT, "message binaire, seul le texte est accepté");
        }
        if (header.payloadLength() < 0 || messageLength > MAX_MESSAGE) {
            return new CloseReason(CloseCodes.TOO_BIG, "message de plus de 1 Mio");
        }
        return null;
    }

    /** Returns the reason to close the connection, if the client has broken a rule. */
    Optional<CloseReason> violation() {
        return Optional.ofNullable(violation);
    }

    /** Returns whether the client has sent a close frame. */
    boolean closeSeen() {
        return closeSeen;
    }
}
