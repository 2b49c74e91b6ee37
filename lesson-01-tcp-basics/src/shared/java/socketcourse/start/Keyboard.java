package socketcourse.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/**
 * Converts stdin to UTF-8. A line that is not valid UTF-8 was typed in the console, and is re-encoded. Each line is
 * tested by itself, because Java 17 cannot report whether stdin is a console if stdout is a file.
 */
final class Keyboard extends InputStream {

    private final InputStream stdin;
    private final Charset console;
    private ByteBuffer line = ByteBuffer.allocate(0);

    /**
     * Creates the stream.
     *
     * @param stdin   the bytes as the system provides them
     * @param console the charset of the console
     */
    Keyboard(InputStream stdin, Charset console) {
        this.stdin = new BufferedInputStream(stdin);
        this.console = console;
    }

    @Override
    public int read() throws IOException {
        return hasByte() ? line.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (!hasByte()) {
            return -1;
        }
        var count = Math.min(length, line.remaining());
        line.get(bytes, offset, count);
        return count;
    }

    /** Waits for a byte, and returns whether there is one; at EOF there is none. */
    private boolean hasByte() throws IOException {
        if (!line.hasRemaining()) {
            line = ByteBuffer.wrap(toUtf8(readLine()));
        }
        return line.hasRemaining();
    }

    private byte[] readLine() throws IOException {
        var bytes = new ByteArrayOutputStream();
        int octet;
        do {
            octet = stdin.read();
            if (octet != -1) {
                bytes.write(octet);
            }
        } while (octet != -1 && octet != '\n');
        return bytes.toByteArray();
    }

    private byte[] toUtf8(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return bytes;
        } catch (CharacterCodingException e) {
            return new String(bytes, console).getBytes(UTF_8);
        }
    }
}
