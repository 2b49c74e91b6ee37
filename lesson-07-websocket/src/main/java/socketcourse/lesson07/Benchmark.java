package socketcourse.lesson07;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import socketcourse.websockets.WebSockets;

/**
 * Mesure « Le problème de HTTP pour le temps réel » : les mêmes {@value #MESSAGES} messages, un toutes les
 * {@value #PERIOD_MILLIS} ms, vers un client qui demande toutes les {@value #POLL_MILLIS} ms (polling), vers un client
 * dont la requête attend au serveur (long-polling), et par WebSocket.
 */
public final class Benchmark {

    private static final int MESSAGES = 20;
    private static final int START_MILLIS = 500;
    private static final int PERIOD_MILLIS = 100;
    private static final int POLL_MILLIS = 40;

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public static void main(String[] args) throws IOException, InterruptedException {
        var host = System.getProperty("host", "localhost");
        var port = Integer.parseInt(System.getProperty("port", "8765"));

        try (var meter = new Meter(host, port)) {
            System.out.println("| Méthode      | Requêtes | Octets | Délai moyen (ms) |");
            System.out.println("|--------------|---------:|-------:|-----------------:|");

            try (var server = new NewsHttpServer()) {
                meter.forwardTo(server.port());
                var address = "http://" + host + ":" + meter.port();
                // La première requête d'un programme est plus lente que les autres : elle n'est pas mesurée.
                get(address + "/poll");
                measure("Polling", meter, delays -> ask(address + "/poll", POLL_MILLIS, delays));
                measure("Long-polling", meter, delays -> ask(address + "/long-poll", 0, delays));
            }
            try (var server = WebSockets.serve(NewsEndpoint.class, "localhost", 0)) {
                meter.forwardTo(server.port());
                measure("WebSocket", meter, delays -> listen(host, meter.port(), delays));
            }
        }
    }

    /** Un client : ajoute à la liste le délai de chaque message et renvoie le nombre de ses requêtes. */
    private interface Reader {
        int read(List<Long> delays) throws IOException, InterruptedException;
    }

    /** Affiche une ligne du tableau ; les octets sont ceux des deux sens. */
    private static void measure(String method, Meter meter, Reader reader) throws IOException, InterruptedException {
        var delays = new ArrayList<Long>();
        var bytesBefore = meter.bytes();
        var writer = News.write(START_MILLIS, PERIOD_MILLIS);
        try {
            var requests = reader.read(delays);
            var mean = delays.stream().mapToLong(Long::longValue).average().orElseThrow() / 1e6;
            System.out.printf(Locale.FRENCH, "| %-12s | %8s | %6s | %16.1f |%n", method, requests,
                    meter.bytes() - bytesBefore, mean);
        } finally {
            writer.shutdownNow();
        }
    }

    /** HTTP : une requête après l'autre ; chaque réponse apporte les messages qui attendaient. */
    private static int ask(String address, int pauseMillis, List<Long> delays)
            throws IOException, InterruptedException {
        var requests = 0;
        while (delays.size() < MESSAGES) {
            get(address).forEach(written -> delays.add(System.nanoTime() - Long.parseLong(written)));
            requests++;
            LockSupport.parkNanos(MILLISECONDS.toNanos(pauseMillis));
        }
        return requests;
    }

    private static Stream<String> get(String address) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofLines()).body();
    }

    /** WebSocket : une seule requête, la poignée de main, puis les messages arrivent d'eux-mêmes. */
    private static int listen(String host, int port, List<Long> delays) throws IOException {
        try (var websocket = WebSockets.connect(host, port)) {
            while (delays.size() < MESSAGES) {
                var written = Long.parseLong(websocket.recv());
                delays.add(System.nanoTime() - written);
            }
        }
        return 1;
    }
}
