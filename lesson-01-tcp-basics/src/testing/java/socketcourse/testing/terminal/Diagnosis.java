package socketcourse.testing.terminal;

import java.util.Optional;
import java.util.regex.Pattern;
import socketcourse.testing.process.ProgramProcess;
import socketcourse.testing.report.Mismatch;
import socketcourse.testing.report.Printable;

/**
 * Explains in French why a program failed, and how its terminal looks.
 *
 * @param name    the name of the program in a report
 * @param process the program
 */
public record Diagnosis(String name, ProgramProcess process) {

    /** Node and Go print more lines after the one that names the error; javac prints one before. */
    private static final Pattern ERROR =
            Pattern.compile("(?i)^(?!error: compilation failed).*(error|exception|panic)\\b");

    /** Returns how the program failed, with the line of stderr that gives the reason. */
    public Optional<String> failure() {
        return process.isAlive() || process.exitStatus() == 0 || process.fault().isPresent() ? Optional.empty()
                : Optional.of("%s s'arrête avec le code %d : %s".formatted(name, process.exitStatus(), error()));
    }

    /** Returns the error that the program shows although it still runs. */
    public Optional<String> runningError() {
        return process.isAlive() && process.errors().text().lines().anyMatch(ERROR.asPredicate())
                ? Optional.of("%s affiche l'erreur : %s".formatted(name, error())) : Optional.empty();
    }

    /** Returns the last line that names an error and is not part of a stack trace; otherwise the last line. */
    private String error() {
        var lines = process.errors().text().lines()
                .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0))).toList();
        return lines.stream().filter(ERROR.asPredicate()).reduce((earlier, last) -> last)
                .or(() -> lines.stream().reduce((earlier, last) -> last)).map(Printable::line)
                .orElse("aucune erreur n'est affichée");
    }

    /** Throws the fault for which the program was stopped, if it was. */
    void checkFault() {
        process.fault().ifPresent(fault -> {
            throw Mismatch.wrong("ce que dit le chapitre", fault);
        });
    }

    /** Returns whether the shell did not find the command or was not allowed to start it. */
    public boolean cannotStart() {
        return !process.isAlive() && (process.exitStatus() == 126 || process.exitStatus() == 127);
    }

    /** Returns the terminal as a person sees it. */
    String report(int port) {
        return """
                %s, port %s, %s
                %s%s""".formatted(name, port, process.isAlive() ? "tourne encore" : "code " + process.exitStatus(),
                Printable.screen(process.output().text()).indent(4),
                process.errors().text().isEmpty() ? ""
                        : "  erreurs :\n" + Printable.screen(process.errors().text()).indent(4));
    }
}
