package socketcourse.relay;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Shows one direction of a TCP connection: bytes, HTTP heads, and WebSocket frames after an upgrade. */
final class StreamPrinter implements TcpRelay.Tap {

    private final Direction direction;
    private final AtomicBoolean isWebSocket;
    private final HttpHead head = new HttpHead();
    private final PerMessageDeflate message = new PerMessageDeflate();
    private Frame frame = new Frame(message);
    private boolean isFirstRead = true;
    private boolean isTls;

    /**
     * Creates a printer.
     *
     * @param isWebSocket whether the connection has been upgraded; shared by its two directions
     */
    StreamPrinter(Direction direction, AtomicBoolean isWebSocket) {
        this.direction = direction;
        this.isWebSocket = isWebSocket;
    }

    @Override
    public void bytes(byte[] buffer, int length) {
        if (isFirstRead) {
            isFirstRead = false;
            isTls = isTlsRecord(buffer, length);
        }
        if (isWebSocket.get()) {
            showFrames(buffer, 0, length);
        } else {
            var headLength = head.take(buffer, length);
            showHead(buffer, headLength);
            if (head.isUpgrade()) {
                isWebSocket.set(true);
                showFrames(buffer, headLength, length);
            } else {
                showBytes(buffer, headLength, length);
            }
        }
    }

    @Override
    public void fin() {
        showRest();
        direction.show("FIN");
    }

    @Override
    public void rst() {
        showRest();
        direction.show("RST");
    }

    /** Returns whether the bytes begin a TLS record of any type and version (RFC 8446, section 5.1). */
    private static boolean isTlsRecord(byte[] buffer, int length) {
        return buffer[0] >= 20 && buffer[0] <= 23 && (length == 1 || buffer[1] == 3);
    }

    private void showBytes(byte[] buffer, int from, int to) {
        if (from < to) {
            var excerpt = Excerpt.of(buffer, from, to);
            direction.show(excerpt.size(), isTls ? "(TLS : illisible sans la clé)" : excerpt.text(), excerpt.hex());
        }
    }

    private void showHead(byte[] buffer, int length) {
        if (length > 0) {
            var lines = HttpHead.lines(buffer, length);
            direction.show(Excerpt.size(length), lines.get(0), lines.subList(1, lines.size()));
        }
    }

    private void showFrames(byte[] buffer, int from, int to) {
        for (var at = from; at < to; ) {
            at = frame.take(buffer, at, to);
            if (frame.isComplete()) {
                direction.show(frame.description(), frame.text(), frame.hex());
                frame = new Frame(message);
            }
        }
    }

    /** Shows a frame whose last bytes never arrived. */
    private void showRest() {
        if (!frame.isEmpty()) {
            direction.show(frame.description() + ", interrompue", frame.text(), frame.hex());
            frame = new Frame(message);
        }
    }
}
