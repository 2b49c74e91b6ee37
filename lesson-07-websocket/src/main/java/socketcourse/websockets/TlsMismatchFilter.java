package socketcourse.websockets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.memory.Buffers;

/**
 * Closes the connection of a client that uses TLS with a server that does not, or the other way round, with a response
 * that says so. Otherwise the client would wait for ever.
 */
final class TlsMismatchFilter extends BaseFilter {

    private static final Attribute<Boolean> CHECKED =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(TlsMismatchFilter.class.getName());

    /** The first byte of a TLS connection: a handshake record (RFC 8446, section 5.1). */
    private static final byte TLS_HANDSHAKE = 22;

    private final boolean tls;

    TlsMismatchFilter(boolean tls) {
        this.tls = tls;
    }

    @Override
    public NextAction handleRead(FilterChainContext context) throws IOException {
        Buffer bytes = context.getMessage();
        var connection = context.getConnection();
        if (CHECKED.isSet(connection) || (bytes.get(bytes.position()) == TLS_HANDSHAKE) == tls) {
            CHECKED.set(connection, true);
            return context.getInvokeAction();
        }
        var explanation = tls ? "Ce serveur parle TLS : https:// et wss://."
                : "Ce serveur parle sans TLS : http:// et ws://.";
        // RFC 2817, section 4.2. A client that uses TLS takes it for an invalid record, and fails as it should.
        var answer = "HTTP/1.1 426 Upgrade Required\r\n%sConnection: close\r\n%s\r\n%s".formatted(
                tls ? "Upgrade: TLS/1.2\r\n" : "",
                "Content-Type: text/plain; charset=utf-8\r\nContent-Length: %s\r\n".formatted(explanation.length()),
                explanation);
        context.write(Buffers.wrap(connection.getMemoryManager(), answer.getBytes(UTF_8)));
        connection.closeSilently();
        return context.getStopAction();
    }
}
