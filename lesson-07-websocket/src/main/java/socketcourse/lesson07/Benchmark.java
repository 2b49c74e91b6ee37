package socketcourse.lesson07;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.stream.Collectors.joining;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import socketcourse.websockets.WebSockets;

/**
 * Measures "Le problème de HTTP pour le temps réel", as a table, and as a chart (Mermaid) with {@code -Dmermaid=true}:
 * the same {@value #MESSAGES} messages, one every {@value #PERIOD_MILLIS} ms, on their way to a client that asks for
 * news every {@value #POLL_MILLIS} ms (polling), to one whose request waits at the server for news (long-polling), and
 * to one that is told (WebSocket).
 */
@ServerEndpoint("/")
public final class Benchmark {

    private static final int MESSAGES = 20;
    private static final int START_MILLIS = 500;
    private static final int PERIOD_MILLIS = 100;
    private static final int POLL_MILLIS = 40;

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** The news that no client has got yet: each is the time at which it was written, {@link System#nanoTime()}. */
    private static final BlockingQueue<Long> NEWS = new LinkedBlockingQueue<>();

    public static void main(String[] args) throws IOException, InterruptedException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "8765"));
        // The JDK's HTTP server would wait for more to send, and add 40 ms to each answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");

        try (var meter = new Meter(host, port)) {
            System.out.println("| Méthode      | Requêtes | Octets | Délai moyen (ms) |");
            System.out.println("|--------------|---------:|-------:|-----------------:|");

            var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            http.createContext("/poll", exchange -> answer(exchange, List.of()));
            http.createContext("/long-poll", exchange -> answer(exchange, List.of(awaitNews())));
            http.start();
            meter.forwardTo(http.getAddress().getPort());
            var address = "http://" + host + ":" + meter.port();
            // The first request of a program takes longer than any other: that one is not measured.
            get(address + "/poll");
            var bytes = new ArrayList<Long>();
            bytes.add(measure("Polling", meter, delays -> ask(address + "/poll", POLL_MILLIS, delays)));
            bytes.add(measure("Long-polling", meter, delays -> ask(address + "/long-poll", 0, delays)));
            http.stop(0);

            try (var server = WebSockets.serve(Benchmark.class, "localhost", 0)) {
                meter.forwardTo(server.port());
                bytes.add(measure("WebSocket", meter, delays -> listen(host, meter.port(), delays)));
            }
            if (Boolean.getBoolean("mermaid")) {
                drawChart(bytes);
            }
        }
    }

    /** A client: adds to the list how long each message was on its way, and returns how many requests it made. */
    private interface Reader {
        int read(List<Long> delays) throws IOException, InterruptedException;
    }

    /** Shows a row, and returns its bytes on the wire, in both directions. */
    private static long measure(String method, Meter meter, Reader reader)
            throws IOException, InterruptedException {
        var delays = new CopyOnWriteArrayList<Long>();
        var bytesBefore = meter.bytes();
        var writer = Executors.newSingleThreadScheduledExecutor();
        try {
            // The first one when the client is there.
            writer.scheduleAtFixedRate(() -> NEWS.add(System.nanoTime()), START_MILLIS, PERIOD_MILLIS, MILLISECONDS);
            var requests = reader.read(delays);
            var mean = delays.stream().mapToLong(Long::longValue).average().orElseThrow() / 1e6;
            var bytes = meter.bytes() - bytesBefore;
            System.out.printf(Locale.FRENCH, "| %-12s | %8s | %6s | %16.1f |%n", method, requests, bytes, mean);
            return bytes;
        } finally {
            writer.shutdownNow();
            NEWS.clear();
        }
    }

    /** HTTP: one request after the other, each of which brings the news that there are. */
    private static int ask(String address, int pauseMillis, List<Long> delays)
            throws IOException, InterruptedException {
        var requests = 0;
        while (delays.size() < MESSAGES) {
            var news = get(address);
            requests++;
            news.forEach(written -> delays.add(System.nanoTime() - Long.parseLong(written)));
            LockSupport.parkNanos(MILLISECONDS.toNanos(pauseMillis));
        }
        return requests;
    }

    private static Stream<String> get(String address) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofLines()).body();
    }

    private static void answer(HttpExchange exchange, List<Long> first) throws IOException {
        try (exchange) {
            var news = new ArrayList<>(first);
            NEWS.drainTo(news);
            var body = news.stream().map(String::valueOf).collect(joining("\n")).getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Long awaitNews() {
        try {
            return NEWS.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** WebSocket: one request, the handshake, and then the news come by themselves. */
    private static int listen(String host, int port, List<Long> delays) throws IOException {
        try (var websocket = WebSockets.connect(host, port)) {
            while (delays.size() < MESSAGES) {
                var written = Long.parseLong(websocket.recv());
                delays.add(System.nanoTime() - written);
            }
        }
        return 1;
    }

    /** The server's end of the WebSocket. */
    @OnOpen
    public void onOpen(Session client) {
        var teller = new Thread(() -> {
            while (client.isOpen()) {
                // To a client that has left meanwhile, that is no error.
                WebSockets.broadcast(List.of(client), null, String.valueOf(awaitNews()));
            }
        });
        teller.setDaemon(true);
        teller.start();
    }

    /** The table as a chart, for a page. */
    private static void drawChart(List<Long> bytes) {
        System.out.println("""

                ```mermaid
                xychart-beta
                    title "Octets sur le fil pour %s messages"
                    x-axis [Polling, Long-polling, WebSocket]
                    y-axis "Octets" 0 --> %s
                    bar %s
                ```

                Mesuré le %s : Java %s, %s %s, %s processeurs.""".formatted(
                MESSAGES, Collections.max(bytes), bytes, LocalDate.now(), System.getProperty("java.version"),
                System.getProperty("os.name"), System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors()));
    }
}
