package socketcourse.relay;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates the compressed messages of one direction: permessage-deflate (RFC 7692, section 7.2.2). The course's Python
 * programs negotiate it, ours do not.
 *
 * <p>A message may refer to the messages before it (context takeover), so one inflater inflates all of them. With
 * {@code no_context_takeover}, a message refers to nothing before it, and the same inflater works too.
 */
final class PerMessageDeflate {

    /** The bytes that a sender removes from the end of a message. */
    private static final byte[] END = {0, 0, (byte) 0xff, (byte) 0xff};

    private final Inflater inflater = new Inflater(true);
    private final byte[] inflated = new byte[8192];
    private boolean isCompressed;

    /** Begins a message. */
    void begin(boolean isCompressed) {
        this.isCompressed = isCompressed;
    }

    /** Returns whether the current message is compressed. */
    boolean isCompressed() {
        return isCompressed;
    }

    /** Inflates the next bytes of a compressed message into its text. */
    void inflate(byte[] bytes, Excerpt text) {
        inflater.setInput(bytes);
        try {
            for (int length; (length = inflater.inflate(inflated)) > 0; ) {
                text.add(inflated, 0, length);
            }
        } catch (DataFormatException e) {
            // The bytes are not compressed data, so neither they nor later messages can be shown as text.
        }
    }

    /** Ends a compressed message. */
    void end(Excerpt text) {
        inflate(END, text);
        if (inflater.finished()) {
            // The sender starts a new stream after each message (section 7.2.3.4).
            inflater.reset();
        }
    }
}
