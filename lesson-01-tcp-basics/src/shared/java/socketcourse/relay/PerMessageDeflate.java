package socketcourse.relay;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Makes the compressed messages of one direction readable: permessage-deflate (RFC 7692, section 7.2.2). The course's
 * Python ends agree on it, ours do not.
 *
 * <p>A message may refer to what those before it said (context takeover), so all that passes is inflated, by one
 * inflater. With {@code no_context_takeover} a message refers to nothing before it, and the same inflater does.
 */
final class PerMessageDeflate {

    /** What a sender leaves out at the end of a message. */
    private static final byte[] END = {0, 0, (byte) 0xff, (byte) 0xff};

    private final Inflater inflater = new Inflater(true);
    private final byte[] inflated = new byte[8192];
    private boolean isCompressed;

    /** A message begins, whose frames are compressed or are not. */
    void begin(boolean isCompressed) {
        this.isCompressed = isCompressed;
    }

    /** Tells whether the frames of the message are compressed. */
    boolean isCompressed() {
        return isCompressed;
    }

    /** Adds what the next bytes of a compressed message say to its text. */
    void inflate(byte[] bytes, Excerpt text) {
        inflater.setInput(bytes);
        try {
            for (int length; (length = inflater.inflate(inflated)) > 0; ) {
                text.add(inflated, 0, length);
            }
        } catch (DataFormatException e) {
            // It is something else, which nobody can read here; and so is all that follows.
        }
    }

    /** A compressed message is over. */
    void end(Excerpt text) {
        inflate(END, text);
        if (inflater.finished()) {
            // Its sender begins anew after each message (section 7.2.3.4).
            inflater.reset();
        }
    }
}
