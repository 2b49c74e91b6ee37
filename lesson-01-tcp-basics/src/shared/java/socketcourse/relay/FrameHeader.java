package socketcourse.relay;

import java.nio.ByteBuffer;

/**
 * The header of a WebSocket frame (RFC 6455, section 5.2), read byte by byte:
 *
 * <pre>
 * FIN RSV1 RSV2 RSV3 opcode (4 bits) | MASK length (7 bits) | extended length (0, 2, 8 bytes) | masking key (0, 4)
 * </pre>
 */
public final class FrameHeader {

    public static final int CONTINUATION = 0;
    public static final int TEXT = 1;
    public static final int BINARY = 2;
    public static final int CLOSE = 8;
    public static final int PING = 9;
    public static final int PONG = 10;

    /** The length of the longest header. */
    public static final int MAX_LENGTH = 14;

    private static final int FIN = 0x80;
    private static final int RSV = 0x70;
    private static final int RSV1 = 0x40;
    private static final int OPCODE = 0x0f;
    private static final int MASK = 0x80;
    private static final int LENGTH = 0x7f;
    private static final int LENGTH_OF_2_BYTES = 126;
    private static final int LENGTH_OF_8_BYTES = 127;
    private static final int KEY_LENGTH = 4;

    private final byte[] bytes = new byte[MAX_LENGTH];
    private int count;

    /** Writes the header of an unmasked frame that is a whole message. */
    public static void write(ByteBuffer target, int opcode, int payloadLength) {
        target.put((byte) (FIN | opcode));
        if (payloadLength < LENGTH_OF_2_BYTES) {
            target.put((byte) payloadLength);
        } else if (payloadLength < 1 << 16) {
            target.put((byte) LENGTH_OF_2_BYTES).putShort((short) payloadLength);
        } else {
            target.put((byte) LENGTH_OF_8_BYTES).putLong(payloadLength);
        }
    }

    /** Adds the next byte to a header that is not complete. */
    public void add(byte next) {
        bytes[count++] = next;
    }

    public boolean isEmpty() {
        return count == 0;
    }

    public boolean isComplete() {
        return count >= 2 && count == keyStart() + (isMasked() ? KEY_LENGTH : 0);
    }

    public boolean isFin() {
        return (bytes[0] & FIN) != 0;
    }

    /** Returns whether one of the bits is set that only an extension may set. */
    public boolean hasReservedBits() {
        return (bytes[0] & RSV) != 0;
    }

    /** Returns whether RSV1 is set: in the first frame of a message, the message is compressed (RFC 7692, section 6). */
    public boolean isRsv1() {
        return (bytes[0] & RSV1) != 0;
    }

    public int opcode() {
        return opcode(bytes[0]);
    }

    /** Returns the opcode in the first byte of a frame. */
    public static int opcode(byte first) {
        return first & OPCODE;
    }

    /** Returns whether this is a control frame, which may come between the fragments of a message. */
    public boolean isControl() {
        return opcode() >= CLOSE;
    }

    public boolean isMasked() {
        return (bytes[1] & MASK) != 0;
    }

    /** Returns the length of the payload in bytes, an unsigned number. */
    public long payloadLength() {
        var length = (long) (bytes[1] & LENGTH);
        if (length < LENGTH_OF_2_BYTES) {
            return length;
        }
        length = 0;
        for (var i = 2; i < keyStart(); i++) {
            length = length << 8 | bytes[i] & 0xff;
        }
        return length;
    }

    /**
     * Removes the mask from a byte of the payload, if the frame is masked (section 5.3).
     *
     * @param index the index of the byte in the payload
     */
    public byte unmask(byte payload, long index) {
        return isMasked() ? (byte) (payload ^ bytes[keyStart() + (int) (index % KEY_LENGTH)]) : payload;
    }

    private int keyStart() {
        return switch (bytes[1] & LENGTH) {
            case LENGTH_OF_2_BYTES -> 4;
            case LENGTH_OF_8_BYTES -> 10;
            default -> 2;
        };
    }
}
