package socketcourse.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.text.Normalizer;
import java.util.Map;

/**
 * Re-encodes UTF-8 output for the terminal. Control characters other than newline and tab are shown as U+FFFD, so that
 * text from a peer cannot control the terminal. A character that the terminal's charset lacks becomes the nearest one.
 */
final class TerminalOutput extends OutputStream {

    /** Characters that Unicode does not decompose, each with the nearest text in ASCII. */
    private static final Map<String, String> NEAREST = Map.of("→", "->", "←", "<-", "↔", "<->", "—", "-", "–", "-",
            "’", "'", "“", "\"", "”", "\"", "œ", "oe", "Œ", "OE");

    private final OutputStream terminal;
    private final Charset charset;
    private final CharsetEncoder encoder;
    private final CharsetDecoder decoder = UTF_8.newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);

    /** The first bytes of a character whose last bytes have not been written yet. */
    private ByteBuffer rest = ByteBuffer.allocate(0);

    /**
     * Creates the stream.
     *
     * @param terminal the destination of the bytes
     * @param charset  the terminal's charset
     */
    TerminalOutput(OutputStream terminal, Charset charset) {
        this.terminal = terminal;
        this.charset = charset;
        this.encoder = charset.newEncoder();
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
            if (isControl(text, at)) {
                text.put(at, '\uFFFD');
            }
        }
        terminal.write(encodable(text.toString()).getBytes(charset));
    }

    /** Returns whether the character is a control character, except newline, tab, and the CR of a Windows newline. */
    private static boolean isControl(CharBuffer text, int at) {
        var character = text.get(at);
        return Character.isISOControl(character) && character != '\n' && character != '\t'
                && !(character == '\r' && at + 1 < text.limit() && text.get(at + 1) == '\n');
    }

    private String encodable(String text) {
        return encoder.canEncode(text) ? text
                : text.codePoints().mapToObj(Character::toString).map(this::nearest).collect(joining());
    }

    private String nearest(String character) {
        if (encoder.canEncode(character)) {
            return character;
        }
        var plain = Normalizer.normalize(character, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        return NEAREST.getOrDefault(character, plain);
    }
}
