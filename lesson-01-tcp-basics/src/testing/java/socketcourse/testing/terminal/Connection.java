package socketcourse.testing.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.function.BooleanSupplier;
import socketcourse.testing.report.Mismatch;
import socketcourse.testing.report.Printable;
import socketcourse.testing.terminal.Patience;
import socketcourse.testing.terminal.Rest;
import socketcourse.testing.terminal.Terminal;
import socketcourse.testing.terminal.Terminals;
import socketcourse.relay.Excerpt;

/** A TCP connection with a program; the test itself is the program's peer. */
public final class Connection {

    private final Socket socket;
    private final Terminal terminal;
    private final Terminals terminals;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private int noted;
    private String state = "ouverte";

    /** The connection of a socket with the program in a terminal. */
    public Connection(Socket socket, Terminal terminal, Terminals terminals) {
        this.socket = socket;
        this.terminal = terminal;
        this.terminals = terminals;
    }

    /** The terminal of the program. */
    public Terminal program() {
        return terminal;
    }

    /** The address of the test's end, as the course prints it. */
    public String address() {
        return "('127.0.0.1', " + socket.getLocalPort() + ")";
    }

    /** The socket of the test's end, for who speaks more than text on it. */
    public Socket socket() {
        return socket;
    }

    /** What the program sends, for who understands more than text; each read waits with {@link Patience}. */
    public InputStream input() throws IOException {
        return new IdleTimeoutInput(socket, terminals::patience) {

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                try {
                    var count = super.read(buffer, offset, length);
                    if (count == -1) {
                        stands("fermée par " + terminal.name());
                    } else {
                        terminals.received(count);
                    }
                    return count;
                } catch (SocketException e) {
                    stands("rompue par " + terminal.name());
                    throw e;
                }
            }
        };
    }

    /** Sends a text as UTF-8, and nothing around it. */
    public void send(String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        note("envoyé à", bytes);
        socket.getOutputStream().write(bytes);
    }

    /** Waits for these bytes, and not one more. */
    public void receives(String documented) throws IOException {
        checkReceived(documented, receive(documented.getBytes(UTF_8).length));
    }

    /** Waits for these bytes, which must come together, as what one send takes does. */
    public void receivesAtOnce(String documented) throws IOException {
        checkReceived(documented, receive(1));
    }

    /** Waits until the program has closed the connection, and for these bytes before that, and not one more. */
    public void receivesLast(String documented) throws IOException {
        checkReceived(documented, receive(Integer.MAX_VALUE));
    }

    private void checkReceived(String documented, String received) {
        if (!received.equals(documented)) {
            throw received.isEmpty() && state.equals("ouverte")
                    ? Mismatch.hangs(Printable.quoted(documented) + " sur le fil", "rien, la connexion reste ouverte")
                    : Mismatch.between("sur le fil", documented, received);
        }
    }

    /** What comes until there are so many bytes, and those that came with them; or until the end, or in time. */
    private String receive(int length) throws IOException {
        if (!receive(length, terminals.patience()::isOver) && length == Integer.MAX_VALUE) {
            throw Mismatch.hangs(terminal.name() + " ferme la connexion", "elle reste ouverte");
        }
        noteReceived();
        var text = received.toString(UTF_8);
        received.reset();
        noted = 0;
        return text;
    }

    private void noteReceived() {
        if (received.size() > noted) {
            note("reçu de", received.toByteArray());
            noted = received.size();
        }
    }

    private void note(String what, byte[] bytes) {
        terminals.note("%s %s : %s", what, terminal.name(), Printable.bytes(Excerpt.of(bytes, 0, bytes.length)));
    }

    /** Receives so many bytes, and those that came with them, or all until the end; false if it gave up before. */
    private boolean receive(int length, BooleanSupplier givesUp) throws IOException {
        var buffer = new byte[8192];
        var in = socket.getInputStream();
        socket.setSoTimeout((int) Rest.LOOK.toMillis());
        while (received.size() < length || in.available() > 0) {
            try {
                var count = in.read(buffer);
                if (count == -1) {
                    stands("fermée par " + terminal.name());
                    return true;
                }
                received.write(buffer, 0, count);
                terminals.received(count);
            } catch (SocketTimeoutException e) {
                // Nothing for a moment.
            } catch (SocketException e) {
                stands("rompue par " + terminal.name());
                return true;
            }
            if (givesUp.getAsBoolean()) {
                return received.size() >= length;
            }
        }
        return true;
    }

    private void stands(String now) {
        if (!state.equals(now)) {
            noteReceived();
            state = now;
            terminals.note("connexion %s", now);
        }
    }

    /** Where it leads, and how it stands. */
    public String report() {
        return "  connexion avec %s : %s\n".formatted(terminal.name(), state);
    }

    /**
     * Says that nothing more will be sent; what still comes can be received. A program that is about to hang up does so
     * first: were both to do it at the same time, both would keep the connection in TIME_WAIT (RFC 9293, section 3.6),
     * and {@link TimeWait#clear} would need a second to free the port of a script that starts again.
     */
    public void finishSending() throws IOException {
        receive(Integer.MAX_VALUE, terminal.rest()::hasCome);
        terminals.note("fin des envois à %s", terminal.name());
        try {
            socket.shutdownOutput();
        } catch (SocketException e) {
            // The program broke the connection before.
        }
    }

    /** Goes, as a program that ends does: who still sends to it is told so by a reset (RFC 9293, section 3.10.7.1). */
    public void close() throws IOException {
        stands("fermée par le test");
        socket.close();
    }
}
