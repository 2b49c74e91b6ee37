package socketcourse.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/**
 * What a program writes, UTF-8, on its way to a terminal. What comes from a peer cannot steer the terminal: a control
 * character other than newline and tab is shown as U+FFFD.
 */
final class TerminalOutput extends OutputStream {

    private final OutputStream terminal;
    private final Charset charset;
    private final CharsetDecoder decoder = UTF_8.newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);

    /** The first bytes of a character whose last ones have not been written yet. */
    private ByteBuffer rest = ByteBuffer.allocate(0);

    /**
     * A screen.
     *
     * @param terminal where the bytes go
     * @param charset  what the terminal takes them for
     */
    TerminalOutput(OutputStream terminal, Charset charset) {
        this.terminal = terminal;
        this.charset = charset;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        var written = ByteBuffer.allocate(rest.remaining() + length).put(rest).put(bytes, offset, length).flip();
        var text = CharBuffer.allocate(written.remaining());
        decoder.decode(written, text, false);
        rest = written;
        text.flip();
        for (var at = 0; at < text.limit(); at++) {
            if (steers(text, at)) {
                text.put(at, '\uFFFD');
            }
        }
        terminal.write(text.toString().getBytes(charset));
    }

    /** Whether it is a control character other than newline and tab, and does not begin a newline of Windows. */
    private static boolean steers(CharBuffer text, int at) {
        var character = text.get(at);
        return Character.isISOControl(character) && character != '\n' && character != '\t'
                && !(character == '\r' && at + 1 < text.limit() && text.get(at + 1) == '\n');
    }
}
