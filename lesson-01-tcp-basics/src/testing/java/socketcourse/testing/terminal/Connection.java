package socketcourse.testing.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.function.BooleanSupplier;
import socketcourse.relay.Excerpt;
import socketcourse.testing.net.Segments;
import socketcourse.testing.process.IdleTimeout;
import socketcourse.testing.report.Mismatch;
import socketcourse.testing.report.Printable;

/** A TCP connection with a program; the test is its peer. */
public final class Connection {

    private static final String OPEN = "ouverte";

    private final Socket socket;
    private final Terminal program;
    private final Terminals terminals;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private int noted;
    private long segments;
    private String state = OPEN;

    Connection(Socket socket, Terminal program, Terminals terminals) {
        this.socket = socket;
        this.program = program;
        this.terminals = terminals;
    }

    /** Returns the program at the other end. */
    public Terminal program() {
        return program;
    }

    /** Returns the address of the test's end, as the course prints it. */
    public String address() {
        return "('127.0.0.1', " + socket.getLocalPort() + ")";
    }

    /** Returns the socket of the test's end, for a protocol other than text. */
    public Socket socket() {
        return socket;
    }

    /** Returns the bytes from the program, for a protocol other than text; a read has an {@link IdleTimeout}. */
    public InputStream input() throws IOException {
        return new IdleTimeoutInput(socket, terminals::timeout) {

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                try {
                    var count = super.read(buffer, offset, length);
                    if (count == -1) {
                        setState("fermée par " + program.name());
                    } else {
                        terminals.received(count);
                    }
                    return count;
                } catch (SocketException e) {
                    setState("rompue par " + program.name());
                    throw e;
                }
            }
        };
    }

    /** Sends a text as UTF-8 with nothing around it. */
    public void send(String text) throws IOException {
        send(text.getBytes(UTF_8));
    }

    /** Sends these bytes in one write. */
    public void send(byte[] bytes) throws IOException {
        note("envoyé à", bytes);
        socket.getOutputStream().write(bytes);
    }

    /** Waits for bytes, and returns those that have come; a text is empty if none has. */
    public String receive() throws IOException {
        return receive(1);
    }

    /** Waits for these bytes, which must come in one piece, and fails if more have come with them. */
    public void receives(String documented) throws IOException {
        checkReceived(documented, receive(documented.getBytes(UTF_8).length));
    }

    /** Waits for these bytes, which must arrive in one read, as the bytes of one send do. */
    public void receivesAtOnce(String documented) throws IOException {
        checkReceived(documented, receive(1));
    }

    /** Waits until the program has closed the connection, and for these bytes, and fails if more have come. */
    public void receivesLast(String documented) throws IOException {
        checkReceived(documented, receive(Integer.MAX_VALUE));
    }

    private void checkReceived(String documented, String text) {
        if (!text.equals(documented)) {
            throw text.isEmpty() && isOpen()
                    ? Mismatch.hangs(Printable.quoted(documented) + " sur le réseau", "rien, la connexion reste ouverte")
                    : Mismatch.between("sur le réseau", documented, text);
        }
        checkPieces(documented);
    }

    /** A peer that reads once shows only the first piece of what was sent in several. */
    private void checkPieces(String documented) {
        var now = Segments.received(socket);
        var pieces = now.orElse(segments) - segments;
        segments = now.orElse(segments);
        if (!documented.isEmpty() && pieces > 1) {
            throw Mismatch.wrong(Printable.quoted(documented) + " en un seul envoi", "en %d envois".formatted(pieces));
        }
    }

    /** Receives until there are this many bytes, or EOF, or the timeout expires; returns all that has come. */
    private String receive(int length) throws IOException {
        if (!receive(length, terminals.timeout()::isOver) && length == Integer.MAX_VALUE) {
            throw Mismatch.hangs(program.name() + " ferme la connexion", "elle reste ouverte");
        }
        noteReceived();
        var text = Printable.decode(received.toByteArray());
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
        terminals.note("%s %s : %s", what, program.name(), Printable.bytes(Excerpt.of(bytes, 0, bytes.length)));
    }

    /** Receives until there are this many bytes or EOF; returns false if it gave up before. */
    private boolean receive(int length, BooleanSupplier givesUp) throws IOException {
        if (socket.isClosed()) {
            return true;
        }
        var buffer = new byte[8192];
        var in = socket.getInputStream();
        socket.setSoTimeout((int) IdleTimeout.REST_INTERVAL.toMillis());
        while (received.size() < length || in.available() > 0) {
            try {
                var count = in.read(buffer);
                if (count == -1) {
                    setState("fermée par " + program.name());
                    return true;
                }
                received.write(buffer, 0, count);
                terminals.received(count);
            } catch (SocketTimeoutException e) {
                // Nothing has come in this interval.
            } catch (SocketException e) {
                setState("rompue par " + program.name());
                return true;
            }
            if (givesUp.getAsBoolean()) {
                return received.size() >= length;
            }
        }
        return true;
    }

    private void setState(String newState) {
        if (!state.equals(newState)) {
            noteReceived();
            state = newState;
            terminals.note("connexion %s", newState);
        }
    }

    String report() {
        return "  connexion avec %s : %s\n".formatted(program.name(), state);
    }

    /**
     * Sends FIN; more bytes can be received. The program may close first, within a short time: after a simultaneous
     * close, its port would be in TIME_WAIT (RFC 9293, section 3.6), and a graded program may need it again at once. For
     * the same reason, a program that has closed and ends gets no FIN.
     */
    public void finishSending() throws IOException {
        receive(Integer.MAX_VALUE, program.untilShortRest()::isOver);
        if (isOpen() || program.staysAlive()) {
            terminals.note("fin des envois à %s", program.name());
            try {
                socket.shutdownOutput();
            } catch (SocketException e) {
                // The program has reset the connection.
            }
        }
    }

    /** Sends FIN if the program has sent its own: it may wait for EOF, as after {@code shutdown(SHUT_WR)}. */
    void answerFin() throws IOException {
        if (!socket.isClosed() && !socket.isOutputShutdown() && receive(Integer.MAX_VALUE, () -> true) && !isOpen()
                && program.staysAlive()) {
            finishSending();
        }
    }

    /** Closes the connection as an exiting process does: the program reads EOF, and its next write causes RST. */
    public void close() throws IOException {
        // RST follows the FIN, otherwise the port of the test would be in TIME_WAIT, and a graded server may need it next.
        socket.setSoLinger(true, 0);
        finishSending();
        socket.close();
        setState("fermée par le test");
    }

    private boolean isOpen() {
        return state.equals(OPEN);
    }
}
