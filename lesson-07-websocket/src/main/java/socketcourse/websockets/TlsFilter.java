package socketcourse.websockets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.ssl.SSLBaseFilter;
import org.glassfish.grizzly.ssl.SSLConnectionContext;
import org.glassfish.grizzly.ssl.SSLEngineConfigurator;
import org.glassfish.grizzly.ssl.SSLUtils;

/**
 * Decrypts one TLS record at a time. Grizzly's own filter drops data that arrives together with the client's
 * {@code close_notify} (RFC 8446, section 6.1), and keeps the connection open after it.
 */
final class TlsFilter extends SSLBaseFilter {

    private final Consumer<Connection<?>> onCloseNotify;

    /**
     * Creates the filter.
     *
     * @param onCloseNotify called when a client will send nothing more, after its last data has been handled
     */
    TlsFilter(SSLEngineConfigurator engines, Consumer<Connection<?>> onCloseNotify) {
        super(engines, false);
        this.onCloseNotify = onCloseNotify;
    }

    @Override
    protected NextAction unwrapAll(FilterChainContext context, SSLConnectionContext tls) throws SSLException {
        Buffer records = context.getMessage();
        while (startsWithRecord(records)) {
            var data = decryptRecord(records, tls);
            answer(context, tls);
            if (tls.getSslEngine().isInboundDone()) {
                onCloseNotify.accept(context.getConnection());
                return context.getStopAction();
            }
            if (data.hasRemaining()) {
                context.setMessage(Buffers.wrap(context.getMemoryManager(), data));
                // The data is handled before the next record is decrypted: with TLS 1.2, nothing can be sent after it.
                return context.getInvokeAction(records.hasRemaining() ? records : null);
            }
        }
        return context.getStopAction(records.hasRemaining() ? records : null);
    }

    private static boolean startsWithRecord(Buffer records) throws SSLException {
        var length = SSLUtils.getSSLPacketSize(records);
        return length >= 0 && length <= records.remaining();
    }

    private static ByteBuffer decryptRecord(Buffer records, SSLConnectionContext tls) throws SSLException {
        var end = records.position() + SSLUtils.getSSLPacketSize(records);
        // The data of a record is shorter than the record.
        var data = ByteBuffer.allocate(end - records.position());
        var result = tls.getSslEngine().unwrap(records.toByteBuffer(records.position(), end), data);
        if (result.getStatus() == Status.BUFFER_OVERFLOW || result.getStatus() == Status.BUFFER_UNDERFLOW) {
            throw new SSLException("unexpected status: " + result);
        }
        records.position(end);
        return data.flip();
    }

    /** Sends the response of TLS itself to a record, if there is one. */
    private void answer(FilterChainContext context, SSLConnectionContext tls) throws SSLException {
        // handleWrite holds this lock, too, so that records are sent in the order in which they are encrypted.
        synchronized (context.getConnection()) {
            if (SSLUtils.isHandshaking(tls.getSslEngine())) {
                try {
                    doHandshakeStep(tls, context, null);
                } catch (IOException e) {
                    throw new SSLException(e);
                }
            }
        }
    }
}
