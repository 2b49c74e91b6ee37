package socketcourse.lesson04;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
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

    public static void main(String[] args) throws IOException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "9999"));
        var bufferSize = Integer.parseInt(System.getProperty("buffer", "1024"));
        if (bufferSize < 1) {
            throw new IllegalArgumentException("-Dbuffer=" + bufferSize);
        }

        try (var serverSocket = new ServerSocket()) {
            serverSocket.bind(new InetSocketAddress(host, port));

            try (var clientSocket = serverSocket.accept()) {
                var stream = new CountedStream(clientSocket.getInputStream());
                var message = receiveAll(stream, bufferSize);
                System.out.println("Message complet : " + message.length + " octets en " + stream.reads + " lectures");
            }
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
        var chunk = new byte[bufferSize];
        int length;
        // An empty read means that the peer closed.
        while ((length = stream.read(chunk)) > 0) {
            chunks.add(Arrays.copyOf(chunk, length));
        }
        // Joined once: to join at each read would copy all that came before, again and again.
        var message = ByteBuffer.allocate(chunks.stream().mapToInt(part -> part.length).reduce(0, Math::addExact));
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
}
