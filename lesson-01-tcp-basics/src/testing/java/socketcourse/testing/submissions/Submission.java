package socketcourse.testing.submissions;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.reverseOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import socketcourse.testing.launch.Launch;

/**
 * The submission of a student for a program.
 *
 * @param student the student
 * @param program the ID of the program
 * @param file    the file to grade, if there is one
 * @param remarks what the author and the lecturer should know about the student's files, in French
 */
public record Submission(Student student, String program, Optional<Path> file, List<String> remarks) {

    /**
     * Returns a student's submissions for some programs of a lesson. Files such as {@code reply-server.py},
     * {@code reply_server (1).py} and {@code ReplyServer.java} belong to {@code reply-server}.
     */
    public static List<Submission> of(StudentFiles files, int lesson, Collection<String> programs) {
        var byProgram = files.of(lesson).stream().collect(groupingBy(file -> FileNames.programId(FileNames.of(file))));
        var unplaced = unplaced(byProgram, programs);
        return programs.stream().map(program -> {
            var remarks = new ArrayList<>(files.remarks());
            var candidates = newestFirst(byProgram.getOrDefault(program, List.of()));
            if (candidates.size() > 1) {
                remarks.add("Plusieurs fichiers pour %s : %s est évalué (le plus récent), et non %s.".formatted(program,
                        FileNames.of(candidates.get(0)), names(candidates.subList(1, candidates.size()))));
            }
            if (!unplaced.isEmpty()) {
                remarks.add("Aucun programme de la leçon ne correspond à : " + unplaced + ".");
            }
            return new Submission(files.student(), program, candidates.stream().findFirst(), remarks);
        }).toList();
    }

    /** Returns the programs among some files, or all if there is none, the newest first. */
    private static List<Path> newestFirst(List<Path> files) {
        var programs = files.stream().filter(Launch::isProgram).toList();
        return (programs.isEmpty() ? files : programs).stream().map(Path::toFile)
                .sorted(comparing(File::lastModified, reverseOrder()).thenComparing(naturalOrder())).map(File::toPath)
                .toList();
    }

    private static String unplaced(Map<String, List<Path>> byProgram, Collection<String> programs) {
        return byProgram.keySet().stream().filter(id -> !programs.contains(id)).sorted()
                .map(id -> names(byProgram.get(id)) + similar(id, programs)
                        .map(program -> " (ressemble à " + program + ")").orElse("")).collect(joining(", "));
    }

    /** Returns the program with the most words, all of which are in an ID. */
    private static Optional<String> similar(String id, Collection<String> programs) {
        var words = List.of(id.split("-"));
        return programs.stream().filter(program -> words.containsAll(List.of(program.split("-"))))
                .max(comparing(String::length));
    }

    private static String names(List<Path> files) {
        return files.stream().map(FileNames::of).collect(joining(", "));
    }
}
