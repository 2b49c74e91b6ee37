package socketcourse.websockets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.filterchain.TransportFilter;
import org.glassfish.grizzly.nio.transport.TCPNIOTransportBuilder;
import org.glassfish.grizzly.ssl.SSLBaseFilter;
import org.glassfish.grizzly.ssl.SSLEngineConfigurator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketcourse.testing.terminal.Terminal;

/** Data and the {@code close_notify} after it in one TCP segment. */
class TlsFilterTest {

    private static SSLEngineConfigurator server;
    private static SSLContext client;

    @BeforeAll
    static void makeCertificate(@TempDir Path folder) throws IOException {
        var certificate = new Certificate(folder.resolve("server.p12"));
        certificate.makeFor("localhost");
        server = new SSLEngineConfigurator(Tls.server(certificate), false, false, false);
        client = Tls.client(certificate.pem());
    }

    /** A TCP socket that sends nothing while it is held. */
    private static final class HeldSocket extends Socket {

        private OutputStream out;
        private boolean held;

        @Override
        public synchronized OutputStream getOutputStream() throws IOException {
            if (out == null) {
                out = new BufferedOutputStream(super.getOutputStream(), 1 << 16) {
                    @Override
                    public synchronized void flush() throws IOException {
                        if (!held) {
                            super.flush();
                        }
                    }
                };
            }
            return out;
        }

        private void hold() {
            held = true;
        }

        private void release() throws IOException {
            held = false;
            getOutputStream().flush();
        }
    }

    /** Returns what a server with that filter receives from a client, after both have closed the connection. */
    private static String received(SSLBaseFilter filter, String protocol, String... records) throws Exception {
        var received = new StringBuffer();
        var closed = new CompletableFuture<String>();
        var transport = TCPNIOTransportBuilder.newInstance().build();
        transport.setProcessor(FilterChainBuilder.stateless().add(new TransportFilter()).add(filter)
                .add(new BaseFilter() {
                    @Override
                    public NextAction handleRead(FilterChainContext context) {
                        received.append(((Buffer) context.getMessage()).toStringContent(UTF_8));
                        return context.getStopAction();
                    }

                    @Override
                    public NextAction handleClose(FilterChainContext context) {
                        closed.complete(received.toString());
                        return context.getInvokeAction();
                    }
                }).build());
        var port = ((InetSocketAddress) transport.bind("localhost", 0).getLocalAddress()).getPort();
        transport.start();
        try (var tcp = new HeldSocket()) {
            tcp.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            var tls = (SSLSocket) client.getSocketFactory().createSocket(tcp, "localhost", port, false);
            tls.setEnabledProtocols(new String[] {protocol});
            tls.startHandshake();
            tcp.hold();
            for (var record : records) {
                tls.getOutputStream().write(record.getBytes(UTF_8));
            }
            tls.shutdownOutput();
            tcp.release();
            tcp.shutdownOutput();
            return closed.get(Terminal.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } finally {
            transport.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void data_before_close_notify_is_not_lost(String protocol) throws Exception {
        var ended = new CompletableFuture<Void>();
        var filter = new TlsFilter(server, connection -> ended.complete(null));
        assertThat(received(filter, protocol, "first", " last")).isEqualTo("first last");
        assertThat(ended).isDone();
    }

    /** When this test fails, Grizzly is repaired: remove {@link TlsFilter}. */
    @Test
    void Grizzly_still_loses_data_before_close_notify() throws Exception {
        assertThat(received(new SSLBaseFilter(server, false), "TLSv1.3", "first", " last")).isEmpty();
    }
}
