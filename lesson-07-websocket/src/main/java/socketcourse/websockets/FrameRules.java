package socketcourse.websockets;

import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.CloseReason.CloseCodes;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The rules for a client's frames that Tyrus does not keep (RFC 6455, section 5.1: masked; section 7.4.1, 1003 and
 * 1009: text of a bounded length), on the bytes of one connection in order. It reads headers and skips the rest.
 */
final class FrameRules {

    /** The longest message, in bytes. */
    static final int MAX_MESSAGE = 1 << 20;

    private static final int CONTINUATION = 0;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int MASK_BYTES = 4;

    /** The header of the frame that is being read: RFC 6455, section 5.2. */
    private int headerBytes;
    private int extendedLengthBytes;
    private int opcode;
    private boolean masked;
    private long length;

    /** What is still to come of that frame, and what has come of its message. */
    private long payloadLeft;
    private long messageLength;

    private boolean closeSeen;
    private CloseCode violation;

    /**
     * Reads what came, not necessarily whole frames. After a violation it reads on, for the client's goodbye.
     *
     * @param frames the bytes; their position and limit do not change
     * @return the index behind the last byte that keeps the rules
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
            frameStart = headerBytes == 0 ? at : frameStart;
            if (completesHeader(frames.get(at++) & 0xFF)) {
                closeSeen |= opcode == CLOSE;
                if (violation == null && breaksRules()) {
                    end = frameStart;
                }
            }
        }
        return end;
    }

    private boolean breaksRules() {
        if (!masked) {
            violation = CloseCodes.PROTOCOL_ERROR;
        } else if (opcode == BINARY) {
            violation = CloseCodes.CANNOT_ACCEPT;
        } else if (length < 0 || messageLength > MAX_MESSAGE) {
            violation = CloseCodes.TOO_BIG;
        }
        return violation != null;
    }

    private boolean completesHeader(int next) {
        switch (headerBytes++) {
            case 0 -> opcode = next & 0x0F;
            case 1 -> {
                masked = (next & 0x80) != 0;
                length = next & 0x7F;
                extendedLengthBytes = length == 126 ? 2 : length == 127 ? 8 : 0;
                length = extendedLengthBytes == 0 ? length : 0;
            }
            default -> length = length << 8 | next;
        }
        if (headerBytes < 2 + extendedLengthBytes) {
            return false;
        }
        headerBytes = 0;
        payloadLeft = masked ? MASK_BYTES + length : length;
        if (opcode < CLOSE) {
            messageLength = length + (opcode == CONTINUATION ? messageLength : 0);
        }
        return true;
    }

    /** Why the connection must be closed, if it must. */
    Optional<CloseCode> violation() {
        return Optional.ofNullable(violation);
    }

    /** Whether the client has said goodbye. */
    boolean closeSeen() {
        return closeSeen;
    }
}
