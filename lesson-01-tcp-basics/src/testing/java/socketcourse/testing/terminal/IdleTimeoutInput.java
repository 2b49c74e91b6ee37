package socketcourse.testing.terminal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.function.Supplier;
import socketcourse.testing.terminal.Patience;

/** What comes through a socket; each read waits with {@link Patience}, and then throws a SocketTimeoutException. */
class IdleTimeoutInput extends FilterInputStream {

    private static final int LOOK_MILLIS = 100;

    private final Supplier<Patience> patience;

    IdleTimeoutInput(Socket socket, Supplier<Patience> patience) throws IOException {
        super(socket.getInputStream());
        this.patience = patience;
        socket.setSoTimeout(LOOK_MILLIS);
    }

    @Override
    public int read() throws IOException {
        var octet = new byte[1];
        return read(octet, 0, 1) == -1 ? -1 : octet[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        // Only who has waited for a moment looks at what the programs do, which costs more than to read.
        Patience wait = null;
        while (true) {
            try {
                return super.read(buffer, offset, length);
            } catch (SocketTimeoutException e) {
                wait = wait == null ? patience.get() : wait;
                if (wait.isOver()) {
                    throw e;
                }
            }
        }
    }
}
