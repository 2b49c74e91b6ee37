package socketcourse.websockets;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.util.Optional;
import socketcourse.relay.FrameHeader;

/**
 * The rules for the headers of the frames that one end of a connection sends (RFC 6455, section 5). Messages are text
 * of a bounded length (section 7.4.1, codes 1003 and 1009).
 */
final class HeaderRules {

    /** The length of the longest message, in bytes. */
    private static final int MAX_MESSAGE = 1 << 20;

    private static final int MAX_CONTROL_PAYLOAD = 125;

    private final boolean masked;
    private boolean inMessage;
    private long messageLength;

    /**
     * Creates the rules for the frames of one connection, in order.
     *
     * @param masked whether the frames have to be masked (section 5.1): a client's have to, a server's must not be
     */
    HeaderRules(boolean masked) {
        this.masked = masked;
    }

    /** Returns the reason to close the connection, if the next header breaks a rule. */
    Optional<CloseReason> violation(FrameHeader header) {
        var opcode = header.opcode();
        if (header.hasReservedBits()) {
            return forbidden("bit RSV sans extension");
        }
        if (header.isMasked() != masked) {
            return forbidden(masked ? "trame non masquée" : "trame masquée");
        }
        if (opcode > FrameHeader.BINARY && opcode < FrameHeader.CLOSE || opcode > FrameHeader.PONG) {
            return forbidden("opcode réservé (%s)".formatted(opcode));
        }
        return header.isControl() ? violationOfControl(header) : violationOfMessage(header);
    }

    private static Optional<CloseReason> violationOfControl(FrameHeader header) {
        if (!header.isFin()) {
            return forbidden("trame de contrôle fragmentée");
        }
        return isLonger(header, MAX_CONTROL_PAYLOAD) ? forbidden("trame de contrôle de plus de 125 octets")
                : Optional.empty();
    }

    private Optional<CloseReason> violationOfMessage(FrameHeader header) {
        var continues = header.opcode() == FrameHeader.CONTINUATION;
        if (continues != inMessage) {
            return forbidden(continues ? "trame de suite sans début" : "nouveau message avant la fin du précédent");
        }
        if (header.opcode() == FrameHeader.BINARY) {
            return Optional.of(new CloseReason(CloseCodes.CANNOT_ACCEPT, "message binaire, seul le texte est accepté"));
        }
        if (isLonger(header, MAX_MESSAGE - messageLength)) {
            return Optional.of(new CloseReason(CloseCodes.TOO_BIG, "message de plus de 1 Mio"));
        }
        inMessage = !header.isFin();
        messageLength = inMessage ? messageLength + header.payloadLength() : 0;
        return Optional.empty();
    }

    private static boolean isLonger(FrameHeader header, long limit) {
        return Long.compareUnsigned(header.payloadLength(), limit) > 0;
    }

    private static Optional<CloseReason> forbidden(String frame) {
        return Optional.of(new CloseReason(CloseCodes.PROTOCOL_ERROR, frame));
    }
}
