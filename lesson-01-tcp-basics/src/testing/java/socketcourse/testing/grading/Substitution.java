package socketcourse.testing.grading;

import java.util.function.Supplier;
import socketcourse.testing.process.IdleTimeout;
import socketcourse.testing.terminal.Program;
import socketcourse.testing.terminal.ProgramSource;
import socketcourse.testing.terminal.ReferenceProgram;

/**
 * The programs of a lesson, with a graded one that replaces one of ours.
 *
 * @param lessonPackage the package of the lesson
 * @param answer        the program to grade
 */
record Substitution(String lessonPackage, Answer answer) implements ProgramSource {

    @Override
    public Program program(String id) {
        return id.equals(answer.program()) ? new GradedProgram(answer)
                : ReferenceProgram.of(lessonPackage, id, "notre " + id);
    }

    @Override
    public IdleTimeout timeout(Supplier<IdleTimeout.Activity> activity) {
        return IdleTimeout.forEvent(answer.idleLimit(), answer.processorLimit(), activity);
    }
}
