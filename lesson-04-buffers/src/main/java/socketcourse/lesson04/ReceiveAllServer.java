package socketcourse.lesson04;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;

/**
 * The server of "Recevoir un message complet": receives until the client closes, and shows how much came in how many
 * reads.
 */
public final class ReceiveAllServer {

    public static void main(String[] args) {
        var screen = new PrintStream(System.out, true, UTF_8);
        var host = System.getProperty("host", "localhost");
        var port = System.getProperty("port", "9999");
        var buffer = System.getProperty("buffer", "1024");

        try (var serverSocket = new ServerSocket()) {
            var bufferSize = Integer.parseInt(buffer);
            if (bufferSize < 1) {
                throw new IllegalArgumentException("-Dbuffer=" + bufferSize);
            }
            serverSocket.bind(new InetSocketAddress(host, Integer.parseInt(port)));

            try (var clientSocket = serverSocket.accept()) {
                var stream = new CountedStream(clientSocket.getInputStream());
                var message = receiveAll(stream, bufferSize);
                screen.println("Message complet : " + message.length + " octets en " + stream.reads + " lectures");
            }
        } catch (BindException e) {
            fail("Adresse déjà utilisée ou interdite : %s:%s (%s). Arrêtez le programme qui l'occupe, ou choisissez "
                    + "un autre port à partir de 1024 avec -Dport.", host, port, e);
        } catch (IllegalArgumentException e) {
            fail("Propriété invalide (%s). -Dport va de 0 à 65535, -Dbuffer est un nombre d'octets à partir de 1.", e);
        } catch (OutOfMemoryError | ArithmeticException e) {
            fail("Message trop grand pour la mémoire (%s). Essayez un message plus petit avec -Dsize.", e);
        } catch (IOException e) {
            fail("Échec sur %s:%s (%s).", host, port, e);
        }
    }

    /**
     * Receives until the peer closes.
     *
     * @param stream     where the message comes from
     * @param bufferSize how many bytes to ask for at a time, at least 1
     * @return all the bytes that came; none if the peer closed without a word
     * @throws IOException      if the connection breaks before its end (RFC 9293, section 3.5.3: reset)
     * @throws OutOfMemoryError if the message, twice over, does not fit the heap
     */
    public static byte[] receiveAll(InputStream stream, int bufferSize) throws IOException {
        var chunks = new ArrayList<byte[]>();
        var buffer = new byte[bufferSize];
        int length;
        // An empty read means that the peer closed.
        while ((length = stream.read(buffer)) > 0) {
            chunks.add(Arrays.copyOf(buffer, length));
        }
        // Joined once: to join at each read would copy all that came before, again and again.
        var message = ByteBuffer.allocate(chunks.stream().map(chunk -> chunk.length).reduce(0, Math::addExact));
        chunks.forEach(message::put);
        return message.array();
    }

    /** A stream that counts the reads that brought something. */
    private static final class CountedStream extends FilterInputStream {

        private int reads;

        private CountedStream(InputStream stream) {
            super(stream);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var count = super.read(buffer, offset, length);
            reads += count > 0 ? 1 : 0;
            return count;
        }
    }

    private static void fail(String message, Object... details) {
        new PrintStream(System.err, true, UTF_8).println(message.formatted(details));
        System.exit(1);
    }
}
