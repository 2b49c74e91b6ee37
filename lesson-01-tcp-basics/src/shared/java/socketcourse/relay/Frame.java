package socketcourse.relay;

import static socketcourse.relay.FrameHeader.BINARY;
import static socketcourse.relay.FrameHeader.CLOSE;
import static socketcourse.relay.FrameHeader.CONTINUATION;
import static socketcourse.relay.FrameHeader.PING;
import static socketcourse.relay.FrameHeader.PONG;
import static socketcourse.relay.FrameHeader.TEXT;

import java.util.Arrays;
import java.util.List;

/** A WebSocket frame as far as it has arrived, with its description in French. */
final class Frame {

    private static final int CLOSE_CODE_LENGTH = 2;

    private final PerMessageDeflate message;
    private final FrameHeader header = new FrameHeader();
    private final Excerpt bytes = new Excerpt();
    private final Excerpt payload = new Excerpt();
    private long payloadLength;
    private int closeCode;

    /**
     * Creates an empty frame.
     *
     * @param message the message to which the frame may belong
     */
    Frame(PerMessageDeflate message) {
        this.message = message;
    }

    /**
     * Takes the bytes of this frame from a part of a buffer.
     *
     * @param from the index of the first byte
     * @param to   the index after the last byte
     * @return the index of the first byte that does not belong to this frame
     */
    int take(byte[] buffer, int from, int to) {
        var at = from;
        while (at < to && !header.isComplete()) {
            header.add(buffer[at++]);
        }
        if (header.isComplete()) {
            var left = header.payloadLength() - payloadLength;
            var end = Long.compareUnsigned(left, to - at) < 0 ? at + (int) left : to;
            takePayload(Arrays.copyOfRange(buffer, at, end));
            at = end;
        }
        bytes.add(buffer, from, at);
        return at;
    }

    private void takePayload(byte[] part) {
        if (!header.isControl() && header.opcode() != CONTINUATION) {
            message.begin(header.isRsv1());
        }
        var text = 0;
        for (var i = 0; i < part.length; i++, payloadLength++) {
            part[i] = header.unmask(part[i], payloadLength);
            if (header.opcode() == CLOSE && payloadLength < CLOSE_CODE_LENGTH) {
                closeCode = closeCode << 8 | part[i] & 0xff;
                text = i + 1;
            }
        }
        if (!isCompressed()) {
            payload.add(part, text, part.length);
        } else {
            message.inflate(part, payload);
            if (isComplete() && header.isFin()) {
                message.end(payload);
            }
        }
    }

    boolean isComplete() {
        return header.isComplete() && payloadLength == header.payloadLength();
    }

    boolean isEmpty() {
        return header.isEmpty();
    }

    /** Returns, in French: opcode, FIN, compressed or not, masked or not, length of the payload. */
    String description() {
        if (!header.isComplete()) {
            return "trame";
        }
        return "trame " + name() + (header.isFin() ? ", FIN" : "") + (isCompressed() ? ", compressée" : "")
                + (header.isMasked() ? ", masquée, " : ", non masquée, ") + Excerpt.size(header.payloadLength());
    }

    /** Returns the payload as text, unmasked and inflated; for a close frame, the reason. */
    String text() {
        return payload.text();
    }

    /** Returns the bytes as they are on the wire. */
    List<String> hex() {
        return bytes.hex();
    }

    private String name() {
        return switch (header.opcode()) {
            case CONTINUATION -> "suite";
            case TEXT -> "texte";
            case BINARY -> "binaire";
            case CLOSE -> "fermeture" + (payloadLength < CLOSE_CODE_LENGTH ? "" : " " + closeCode);
            case PING -> "ping";
            case PONG -> "pong";
            default -> "inconnue " + header.opcode();
        };
    }

    private boolean isCompressed() {
        return !header.isControl() && message.isCompressed();
    }
}
