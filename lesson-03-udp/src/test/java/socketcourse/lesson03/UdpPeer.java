package socketcourse.lesson03;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import socketcourse.testing.report.Mismatch;
import socketcourse.testing.report.Printable;
import socketcourse.testing.terminal.Terminal;
import socketcourse.testing.terminal.Terminals;

/** A UDP peer of a program, played by the test. */
final class UdpPeer implements AutoCloseable {

    private final Terminals terminals;
    private final DatagramSocket socket;
    private InetSocketAddress program;

    private UdpPeer(Terminals terminals, InetSocketAddress own, InetSocketAddress program) throws IOException {
        this.terminals = terminals;
        this.program = program;
        socket = new DatagramSocket(own);
    }

    /** A client of a server program. */
    static UdpPeer client(Terminals terminals, Terminal server) throws IOException {
        var host = server.host();
        return new UdpPeer(terminals, new InetSocketAddress(host.contains(":") ? host : "127.0.0.1", 0),
                new InetSocketAddress(host, server.port()));
    }

    /** A server on this port; the program is known when its first datagram arrives. */
    static UdpPeer server(Terminals terminals, int port) throws IOException {
        return new UdpPeer(terminals, new InetSocketAddress(InetAddress.getByName("localhost"), port), null);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Its address as the course prints it. */
    String address() {
        return "('127.0.0.1', " + port() + ")";
    }

    /** Sends one datagram to the program. */
    void send(String text) throws IOException {
        terminals.note("datagramme %s envoyé au port %d", Printable.quoted(text), program.getPort());
        send(text.getBytes(UTF_8));
    }

    void send(byte[] data) throws IOException {
        socket.send(new DatagramPacket(data, data.length, program));
    }

    /** Waits for one datagram from the program and checks its text. */
    void receives(String documented) throws IOException {
        var datagram = new DatagramPacket(new byte[65_535], 65_535);
        var timeout = terminals.timeout();
        socket.setSoTimeout(100);
        while (!receive(datagram)) {
            if (timeout.isOver()) {
                throw Mismatch.hangs("le datagramme " + Printable.quoted(documented),
                        "aucun n'arrive au port " + port());
            }
        }
        var sender = (InetSocketAddress) datagram.getSocketAddress();
        var text = Printable.decode(Arrays.copyOf(datagram.getData(), datagram.getLength()));
        terminals.note("datagramme %s reçu du port %d", Printable.quoted(text), sender.getPort());
        if (program != null && !program.equals(sender)) {
            throw Mismatch.wrong("un datagramme du port " + program.getPort(), "il vient du port " + sender.getPort());
        }
        program = sender;
        if (!text.equals(documented)) {
            throw Mismatch.between("sur le réseau", documented, text);
        }
    }

    /** Checks that no other datagram has arrived. */
    void receivesNothingMore() throws IOException {
        socket.setSoTimeout(1);
        if (receive(new DatagramPacket(new byte[1], 1))) {
            throw Mismatch.wrong("un seul datagramme", "un deuxième arrive au port " + port());
        }
    }

    private boolean receive(DatagramPacket datagram) throws IOException {
        try {
            socket.receive(datagram);
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
