package socketcourse.websockets;

import jakarta.websocket.CloseReason;
import java.nio.ByteBuffer;
import java.util.Optional;
import socketcourse.relay.FrameHeader;

/** Checks the headers in the bytes of a client's frames, which Tyrus gets afterwards. */
final class FrameRules {

    private final HeaderRules rules = new HeaderRules(true);
    private FrameHeader header = new FrameHeader();
    private long payloadLeft;
    private boolean closeSeen;
    private Optional<CloseReason> violation = Optional.empty();

    /**
     * Reads the next bytes, which may begin and end anywhere in a frame. After a violation it only looks for the
     * client's close frame.
     *
     * @param frames the bytes; their position and limit do not change
     * @return the index after the last byte of the frames that keep the rules
     */
    int read(ByteBuffer frames) {
        var end = violation.isEmpty() ? frames.limit() : frames.position();
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
                // A length of 2^63 or more never ends.
                payloadLeft = header.payloadLength() & Long.MAX_VALUE;
                closeSeen |= header.opcode() == FrameHeader.CLOSE;
                if (violation.isEmpty()) {
                    violation = rules.violation(header);
                    end = violation.isEmpty() ? end : frameStart;
                }
            }
        }
        return end;
    }

    /** Returns the reason to close the connection, if the client has broken a rule. */
    Optional<CloseReason> violation() {
        return violation;
    }

    /** Returns whether the client has sent a close frame. */
    boolean closeSeen() {
        return closeSeen;
    }
}
