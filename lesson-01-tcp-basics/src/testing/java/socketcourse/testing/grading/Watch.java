package socketcourse.testing.grading;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import socketcourse.testing.guide.Guide;

/** Grades the exercises again after each change of a file, and whenever Enter is typed, until Ctrl-C. */
final class Watch {

    /** File systems of containers and networks send no events, so the times of the files are compared. */
    private static final long INTERVAL_MILLIS = 500;

    private final Exercises exercises;
    private final AtomicBoolean enterIsTyped = new AtomicBoolean();
    private Map<Path, Object> graded;

    Watch(Exercises exercises) {
        this.exercises = exercises;
    }

    /** Grades all exercises, then those that change. It never returns. */
    void run() throws IOException, InterruptedException {
        listenForEnter();
        graded = times();
        exercises.grade();
        prompt();
        var earlier = graded;
        while (true) {
            Thread.sleep(INTERVAL_MILLIS);
            var now = times();
            // An editor may write in several steps, so a change counts when the next look finds nothing new.
            if (now.equals(earlier) && !now.equals(graded)) {
                var changed = changed(now);
                graded = now;
                System.out.println("\n──── " + LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + ", changé : "
                        + changed.stream().map(Path::getFileName).map(Path::toString).sorted()
                                .collect(joining(", ")) + " ────\n");
                exercises.grade(changed.stream().map(Exercise::program).collect(toSet()));
                prompt();
            } else if (enterIsTyped.getAndSet(false)) {
                exercises.grade();
                prompt();
            }
            earlier = now;
        }
    }

    private static void prompt() {
        System.out.println("\nEnregistrez un fichier pour le corriger. Entrée corrige tout, Ctrl-C termine.");
    }

    private static Map<Path, Object> times() throws IOException {
        return Exercise.files(Guide.exercises()).stream().collect(toMap(file -> file, Exercise::changed));
    }

    private Set<Path> changed(Map<Path, Object> now) {
        var all = new HashSet<>(now.keySet());
        all.addAll(graded.keySet());
        return all.stream().filter(file -> !Objects.equals(now.get(file), graded.get(file)))
                .collect(toSet());
    }

    /** Reads stdin in a thread of its own, because a console does not tell what can be read without waiting. */
    private void listenForEnter() {
        var thread = new Thread(() -> {
            try {
                for (var octet = System.in.read(); octet != -1; octet = System.in.read()) {
                    if (octet == '\n') {
                        enterIsTyped.set(true);
                    }
                }
            } catch (IOException e) {
                // There is no stdin: saving a file still works.
            }
        }, "enter");
        thread.setDaemon(true);
        thread.start();
    }
}
