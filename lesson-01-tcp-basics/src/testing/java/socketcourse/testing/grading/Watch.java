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
import socketcourse.testing.guide.Guide;

/** Grades the exercises again after each change of a file, and whenever Enter is typed, until Ctrl-C. */
final class Watch {

    /** File systems of containers and networks send no events, so the times of the files are compared. */
    private static final long INTERVAL_MILLIS = 500;

    private final Exercises exercises;
    private Map<Path, Object> graded;

    Watch(Exercises exercises) {
        this.exercises = exercises;
    }

    /** Grades all exercises, then those that change. It never returns. */
    void run() throws IOException, InterruptedException {
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
            } else if (enterIsTyped()) {
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

    private static boolean enterIsTyped() throws IOException {
        var isTyped = System.in.available() > 0;
        System.in.skipNBytes(System.in.available());
        return isTyped;
    }
}
