package socketcourse.testing.grading;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import socketcourse.testing.guide.Guide;
import socketcourse.testing.launch.CompileError;
import socketcourse.testing.launch.Launch;
import socketcourse.testing.launch.NotLaunchable;
import socketcourse.testing.net.SocketTable;

/** Grades the files of a student in the lesson's folder {@code exercices}, and shows her how far she has got. */
final class Exercises {

    private final Path folder = Guide.exercises();
    private final Grader grader = new Grader(System.getProperty("lesson.package"));

    /** The programs of the page, then those of the key that the page does not ask for. */
    private final List<String> known =
            Stream.concat(Skeleton.programs().stream(), grader.programs().stream()).distinct().toList();

    /** The programs that the command line names; otherwise all. */
    private final List<String> programs = System.getProperty("programs", "").isBlank() ? known
            : List.of(System.getProperty("programs").strip().split("\\s*,\\s*"));

    /** The last result of each program. */
    private final Map<String, Result> results = new HashMap<>();

    /**
     * Finds the exercises of this lesson.
     *
     * @throws NotGraded if there is no such folder, or the lesson has no program of a name
     */
    Exercises() {
        if (!Files.isDirectory(folder)) {
            throw new NotGraded("Il n'y a pas de dossier " + folder + ". Pour le retrouver : git checkout exercices/");
        }
        if (!known.containsAll(programs)) {
            throw new NotGraded("-Dprograms=%s : cette leçon ne connaît que %s.".formatted(
                    System.getProperty("programs"), String.join(", ", known)));
        }
    }

    /** Grades all programs and shows the results. */
    List<Verdict> grade() throws IOException {
        return grade(programs);
    }

    /** Grades some of the programs, or all if others may use the files of these names, and shows all results. */
    List<Verdict> grade(Collection<String> names) throws IOException {
        var concerned = programs.stream().anyMatch(names::contains) ? names : programs;
        System.out.println(Guide.title() + "\n✓ étape réussie, ✗ ratée, – non atteinte");
        if (SocketTable.isOpen(Lessons.port())) {
            System.out.println("Le port " + Lessons.port() + " est pris : un de vos serveurs tourne-t-il encore dans un "
                    + "autre terminal ? Un programme qui accepte -Dport est corrigé sur un autre port.");
        }
        System.out.println();
        results.keySet().removeAll(concerned);
        var shown = new ArrayList<Result>();
        for (var exercise : inOrder(concerned)) {
            var result = results.computeIfAbsent(exercise.program(), program -> result(exercise));
            System.out.println(line(exercise, result));
            shown.add(result);
        }
        filesOfNoProgram().ifPresent(System.out::println);
        var wrong = shown.stream().filter(Exercises::needsWork).filter(result -> concerned.contains(result.program()))
                .findFirst();
        wrong.ifPresent(result -> System.out.println("\n" + report(result)));
        System.out.println("\n" + wrong.map(Exercises::correct).orElseGet(() -> next(shown)));
        return shown.stream().map(Result::verdict).toList();
    }

    private List<Exercise> inOrder(Collection<String> concerned) throws IOException {
        var exercises = Exercise.allIn(folder, programs).stream()
                .filter(exercise -> exercise.isAskedFor() || !exercise.files().isEmpty()).toList();
        return Stream.concat(exercises.stream().filter(exercise -> concerned.contains(exercise.program())),
                exercises.stream()).distinct().toList();
    }

    private Result result(Exercise exercise) {
        var program = exercise.program();
        if (exercise.files().isEmpty()) {
            return Result.without(Verdict.NOT_BEGUN, program, "");
        }
        try {
            var output = Files.createTempDirectory(Files.createDirectories(Guide.target().resolve("exercices")), program);
            return grader.grade(new Answer(program,
                    Launch.command(exercise.file(), Integer.getInteger("lesson.port"), output), Lessons.port()));
        } catch (CompileError e) {
            return Result.without(Verdict.FAILS_AT_START, program, "Il ne compile pas. " + e.getMessage());
        } catch (NotLaunchable | IOException e) {
            return Result.without(Verdict.NOT_GRADED, program, e.getMessage());
        }
    }

    private static String line(Exercise exercise, Result result) {
        var passed = result.steps().stream().filter(step -> step.verdict() == Verdict.CORRECT).count();
        var steps = result.steps().isEmpty() ? "" : "%d sur %d : %s".formatted(passed, result.steps().size(),
                result.steps().stream().map(step -> step.line().replaceFirst("  .*", "")).collect(joining("  ")));
        var older = exercise.files().stream().skip(1).map(file -> file.getFileName().toString()).toList();
        return "  %-20s%-22s%s%s".formatted(result.program(), result.verdict(), steps, older.isEmpty() ? ""
                : "%n  %20s(%s est plus récent que %s)".formatted("", exercise.file().getFileName(),
                        String.join(", ", older))).stripTrailing();
    }

    /** Returns a line with the names of files that belong to no program, if there are any. */
    private Optional<String> filesOfNoProgram() throws IOException {
        var others = Exercise.files(folder).stream().filter(file -> !known.contains(Exercise.program(file)))
                .map(file -> file.getFileName().toString()).toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(
                "  Ne porte le nom d'aucun programme : " + String.join(", ", others));
    }

    /** Returns the report without the commands of this machine; the page shows how to start a file by hand. */
    private static String report(Result result) {
        return result.report().stripTrailing()
                .replaceAll("(?m)^(Pour refaire ce test|Pour essayer à la main|  et notre autre bout).*\n", "");
    }

    private static boolean needsWork(Result result) {
        return result.verdict() != Verdict.CORRECT && result.verdict() != Verdict.NOT_BEGUN;
    }

    private static String correct(Result wrong) {
        return "À faire : corrigez " + wrong.program() + ", enregistrez, et relancez la correction.";
    }

    private static String next(List<Result> shown) {
        var wrong = shown.stream().filter(Exercises::needsWork).findFirst();
        if (wrong.isPresent()) {
            return "À faire : " + wrong.get().program() + ", qui n'est pas encore juste.";
        }
        return shown.stream().filter(result -> result.verdict() == Verdict.NOT_BEGUN).findFirst()
                .map(result -> "À faire : ouvrez exercices/" + Skeleton.fileName(result.program())
                        + ", et commencez par « À COMPLÉTER 1 ».")
                .orElse("Tout est juste. À faire : la leçon suivante.");
    }
}
