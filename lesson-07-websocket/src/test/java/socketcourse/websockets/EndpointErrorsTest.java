package socketcourse.websockets;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import socketcourse.testing.terminal.Terminal;

/** An exception of an endpoint is reported, and a client that has gone causes none. */
class EndpointErrorsTest {

    /** An endpoint with a mistake, as a student may write it. */
    @ServerEndpoint("/")
    public static final class Mistaken {

        @OnMessage
        public void onMessage(String text, Session client) throws IOException {
            if (text.equals("a client that has gone")) {
                client.close();
                client.getAsyncRemote().sendText(text);
            }
            throw new ArithmeticException(text);
        }
    }

    @Test
    void only_exceptions_of_the_endpoint_are_uncaught() throws Exception {
        BlockingQueue<Throwable> escaped = new LinkedBlockingQueue<>();
        var program = new ThreadGroup("program") {
            @Override
            public void uncaughtException(Thread thread, Throwable failure) {
                escaped.add(failure);
            }
        };
        var server = new CompletableFuture<WebSocketServer>();
        new Thread(program, () -> {
            try {
                server.complete(WebSockets.serve(Mistaken.class, "localhost", 0));
            } catch (IOException e) {
                server.completeExceptionally(e);
            }
        }).start();
        try (var open = server.join();
                var gone = RawPeer.joined(open.port());
                var client = RawPeer.joined(open.port())) {
            // Another server of the same program must not remove the handler.
            WebSockets.serve(Mistaken.class, "localhost", 0).close();
            gone.sendText("a client that has gone");
            assertThat(gone.receive().opcode()).isEqualTo(RawPeer.CLOSE);
            client.sendText("a mistake");
            assertThat(escaped.poll(Terminal.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isInstanceOf(ArithmeticException.class).hasMessage("a mistake");
            assertThat(escaped).isEmpty();
        }
    }
}
