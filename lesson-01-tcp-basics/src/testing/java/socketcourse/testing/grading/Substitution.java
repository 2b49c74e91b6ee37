package socketcourse.testing.grading;

import java.util.function.Supplier;
import socketcourse.testing.terminal.ProgramSource;
import socketcourse.testing.terminal.ReferenceProgram;
import socketcourse.testing.terminal.Patience;
import socketcourse.testing.terminal.Program;

/**
 * An answer in the place of one of our programs.
 *
 * @param lesson the package of our programs
 * @param answer the answer
 */
record Substitution(String lesson, Answer answer) implements ProgramSource {

    @Override
    public Program program(String id) {
        return id.equals(answer.label()) ? answer : ReferenceProgram.of(lesson, id, "notre " + id);
    }

    @Override
    public Patience patience(Supplier<Patience.Activity> activity) {
        return new Patience(answer.quiet(), answer.work(), activity);
    }
}
