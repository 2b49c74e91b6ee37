package socketcourse.testing.terminal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.function.Supplier;
import socketcourse.testing.process.IdleTimeout;

/** The input of a socket whose reads end with a SocketTimeoutException when an {@link IdleTimeout} expires. */
class IdleTimeoutInput extends FilterInputStream {

    private static final int INTERVAL_MILLIS = 100;

    private final Supplier<IdleTimeout> timeout;

    IdleTimeoutInput(Socket socket, Supplier<IdleTimeout> timeout) throws IOException {
        super(socket.getInputStream());
        this.timeout = timeout;
        socket.setSoTimeout(INTERVAL_MILLIS);
    }

    @Override
    public int read() throws IOException {
        var octet = new byte[1];
        return read(octet, 0, 1) == -1 ? -1 : octet[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        // Start the timeout only after the first wait, because sampling the programs costs more than reading.
        IdleTimeout started = null;
        while (true) {
            try {
                return super.read(buffer, offset, length);
            } catch (SocketTimeoutException e) {
                started = started == null ? timeout.get() : started;
                if (started.isOver()) {
                    throw e;
                }
            }
        }
    }
}
