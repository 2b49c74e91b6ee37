package socketcourse.lesson07;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/** Le serveur HTTP : {@code /poll} répond tout de suite, {@code /long-poll} dès qu'il y a un message. */
final class NewsHttpServer implements AutoCloseable {

    static {
        // Sinon le serveur HTTP du JDK attendrait d'autres octets et ajouterait 40 ms à chaque réponse.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    NewsHttpServer() throws IOException {
        http.createContext("/poll", exchange -> answer(exchange, News.poll()));
        http.createContext("/long-poll", exchange -> answer(exchange, List.of(News.take())));
        http.start();
    }

    int port() {
        return http.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, List<Long> news) throws IOException {
        try (exchange) {
            var body = news.stream().map(String::valueOf).collect(joining("\n")).getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
