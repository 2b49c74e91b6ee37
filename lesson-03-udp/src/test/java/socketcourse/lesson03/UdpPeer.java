package socketcourse.lesson03;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import socketcourse.testing.report.Mismatch;
import socketcourse.testing.report.Printable;
import socketcourse.testing.terminal.Terminals;

/** A peer in UDP that the test itself plays. */
final class UdpPeer implements AutoCloseable {

    private final Terminals terminals;
    private final DatagramSocket socket;
    private InetSocketAddress other;

    /** A peer at a port of its own; 0 lets the system choose. */
    UdpPeer(Terminals terminals, int port) throws IOException {
        this.terminals = terminals;
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getByName("localhost"), port));
    }

    /** A peer that will talk to a program at that port. */
    static UdpPeer of(Terminals terminals, int port) throws IOException {
        var peer = new UdpPeer(terminals, 0);
        peer.other = new InetSocketAddress(InetAddress.getByName("localhost"), port);
        return peer;
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Its address as the course prints it. */
    String address() {
        return "('127.0.0.1', " + port() + ")";
    }

    /** Sends one datagram to the program, or to whoever sent the last one. */
    void send(String text) throws IOException {
        terminals.note("datagramme %s envoyé au port %d", Printable.quoted(text), other.getPort());
        send(text.getBytes(UTF_8));
    }

    void send(byte[] data) throws IOException {
        socket.send(new DatagramPacket(data, data.length, other));
    }

    /** Waits for one datagram, from the program that was sent one, and these bytes in it. */
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
        var text = new String(datagram.getData(), 0, datagram.getLength(), UTF_8);
        terminals.note("datagramme %s reçu du port %d", Printable.quoted(text), sender.getPort());
        if (other != null && !other.equals(sender)) {
            throw Mismatch.wrong("un datagramme du port " + other.getPort(), "il vient du port " + sender.getPort());
        }
        other = sender;
        if (!text.equals(documented)) {
            throw Mismatch.between("sur le fil", documented, text);
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

    /** Checks that no other datagram has come. */
    void receivesNothingMore() throws IOException {
        socket.setSoTimeout(1);
        if (receive(new DatagramPacket(new byte[1], 1))) {
            throw Mismatch.wrong("un seul datagramme", "un deuxième arrive au port " + port());
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
