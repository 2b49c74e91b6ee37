package socketcourse.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;

/** What is typed at a keyboard that has a charset of its own, as the UTF-8 that the programs read. */
final class Keyboard extends InputStream {

    private final Reader keys;
    private ByteBuffer typed = ByteBuffer.allocate(0);

    /**
     * A keyboard.
     *
     * @param keys    where the bytes come from
     * @param charset what they are
     */
    Keyboard(InputStream keys, Charset charset) {
        this.keys = new InputStreamReader(keys, charset);
    }

    @Override
    public int read() throws IOException {
        return awaitTyped() ? typed.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (!awaitTyped()) {
            return -1;
        }
        var count = Math.min(length, typed.remaining());
        typed.get(bytes, offset, count);
        return count;
    }

    /** Waits for a byte that can be read; false at the end of the input. */
    private boolean awaitTyped() throws IOException {
        if (!typed.hasRemaining()) {
            var text = CharBuffer.allocate(4096);
            keys.read(text);
            typed = UTF_8.encode(text.flip());
        }
        return typed.hasRemaining();
    }
}
