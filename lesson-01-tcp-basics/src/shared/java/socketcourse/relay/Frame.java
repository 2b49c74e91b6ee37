package socketcourse.relay;

import java.util.Arrays;
import java.util.List;

/**
 * A WebSocket frame (RFC 6455, section 5.2), made of the bytes that came so far:
 *
 * <pre>
 * FIN RSV1 RSV2 RSV3 opcode (4 bits) | masked? length (7 bits) | longer length (0, 2, 8 bytes) | mask (0, 4) | payload
 * </pre>
 */
final class Frame {

    private static final int CONTINUATION = 0;
    private static final int CLOSE = 8;
    private static final int MASK_LENGTH = 4;

    /** In the first frame of a message: the message is compressed (RFC 7692, section 6). */
    private static final int RSV1 = 0x40;

    private final PerMessageDeflate message;
    private final byte[] header = new byte[14];
    private int headerLength;
    private final Excerpt bytes = new Excerpt();
    private final Excerpt payload = new Excerpt();
    private long payloadLength;
    private int closeCode;

    /**
     * A frame of which nothing has come yet.
     *
     * @param message the message of which it may be a part
     */
    Frame(PerMessageDeflate message) {
        this.message = message;
    }

    /**
     * Takes bytes of a buffer from one index to another, the latter excluded, but none after its own last one.
     *
     * @return the index of the first byte that it did not take
     */
    int take(byte[] buffer, int from, int to) {
        var at = from;
        while (at < to && !isHeaderComplete()) {
            header[headerLength++] = buffer[at++];
        }
        if (isHeaderComplete()) {
            var left = announcedLength() - payloadLength;
            var end = Long.compareUnsigned(left, to - at) < 0 ? at + (int) left : to;
            takePayload(Arrays.copyOfRange(buffer, at, end));
            at = end;
        }
        bytes.add(buffer, from, at);
        return at;
    }

    private void takePayload(byte[] part) {
        if (isFirstOfMessage()) {
            message.begin(bit(0, RSV1));
        }
        var text = 0;
        for (var i = 0; i < part.length; i++, payloadLength++) {
            if (isMasked()) {
                part[i] ^= header[maskAt() + (int) (payloadLength % MASK_LENGTH)];
            }
            if (opcode() == CLOSE && payloadLength < 2) {
                closeCode = closeCode << 8 | part[i] & 0xff;
                text = i + 1;
            }
        }
        if (!isCompressed()) {
            payload.add(part, text, part.length);
        } else {
            message.inflate(part, payload);
            if (isComplete() && isFin()) {
                message.end(payload);
            }
        }
    }

    boolean isComplete() {
        return isHeaderComplete() && payloadLength == announcedLength();
    }

    boolean isEmpty() {
        return headerLength == 0;
    }

    /** What it is, in French: opcode, FIN, masked or not, length of the payload. */
    String description() {
        if (!isHeaderComplete()) {
            return "trame";
        }
        return "trame " + name() + (isFin() ? ", FIN" : "") + (isCompressed() ? ", comprimée" : "")
                + (isMasked() ? ", masquée, " : ", non masquée, ") + Excerpt.size(announcedLength());
    }

    /** The unmasked and inflated payload as text; of a close frame, the reason. */
    String text() {
        return payload.text();
    }

    /** The bytes as they are on the wire. */
    List<String> hex() {
        return bytes.hex();
    }

    private String name() {
        return switch (opcode()) {
            case CONTINUATION -> "suite";
            case 1 -> "texte";
            case 2 -> "binaire";
            case CLOSE -> "fermeture" + (payloadLength < 2 ? "" : " " + closeCode);
            case 9 -> "ping";
            case 10 -> "pong";
            default -> "inconnue " + opcode();
        };
    }

    private int opcode() {
        return header[0] & 0x0f;
    }

    /** Control frames, such as a ping, may come in the middle of a message. */
    private boolean isControl() {
        return opcode() >= CLOSE;
    }

    private boolean isFirstOfMessage() {
        return opcode() != CONTINUATION && !isControl();
    }

    private boolean isCompressed() {
        return !isControl() && message.isCompressed();
    }

    private boolean isFin() {
        return bit(0, 0x80);
    }

    private boolean isMasked() {
        return bit(1, 0x80);
    }

    private boolean bit(int index, int bit) {
        return (header[index] & bit) != 0;
    }

    private boolean isHeaderComplete() {
        return headerLength >= 2 && headerLength == maskAt() + (isMasked() ? MASK_LENGTH : 0);
    }

    private int maskAt() {
        return switch (shortLength()) {
            case 126 -> 4;
            case 127 -> 10;
            default -> 2;
        };
    }

    private int shortLength() {
        return header[1] & 0x7f;
    }

    private long announcedLength() {
        if (shortLength() < 126) {
            return shortLength();
        }
        var length = 0L;
        for (var i = 2; i < maskAt(); i++) {
            length = length << 8 | header[i] & 0xff;
        }
        return length;
    }
}
