package socketcourse.lesson07;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Les messages qu'aucun client n'a encore reçus. Chaque message est l'heure à laquelle il a été écrit,
 * {@link System#nanoTime()}.
 */
final class News {

    private static final BlockingQueue<Long> WAITING = new LinkedBlockingQueue<>();

    private News() {
    }

    /** Écrit un message toutes les {@code periodMillis} ms, tant que le minuteur renvoyé n'est pas arrêté. */
    static ScheduledExecutorService write(int startMillis, int periodMillis) {
        WAITING.clear();
        var writer = Executors.newSingleThreadScheduledExecutor();
        writer.scheduleAtFixedRate(() -> WAITING.add(System.nanoTime()), startMillis, periodMillis, MILLISECONDS);
        return writer;
    }

    /** Renvoie les messages qui attendent, peut-être aucun. */
    static List<Long> poll() {
        var news = new ArrayList<Long>();
        WAITING.drainTo(news);
        return news;
    }

    /** Attend le prochain message. */
    static Long take() {
        try {
            return WAITING.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
