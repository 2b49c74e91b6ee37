package socketcourse.testing.grading;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import socketcourse.testing.terminal.ProgramSource;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;
import socketcourse.testing.terminal.Texts;

/** Runs an {@link AnswerKey} on our programs or, if the configuration parameters name one, on a graded program. */
final class AnswerKeyExtension extends TerminalsExtension implements BeforeAllCallback, ExecutionCondition {

    /** The configuration parameters: the parts of an {@link Answer}, the limits in milliseconds. */
    static final String PROGRAM = "graded.program";
    static final String COMMAND = "graded.command";
    static final String PORT = "graded.port";
    static final String IDLE_LIMIT = "graded.idle";
    static final String PROCESSOR_LIMIT = "graded.processor";

    private static final Namespace NAMESPACE = Namespace.create(AnswerKeyExtension.class);

    /** After this many steps at which the program hung, the other steps are not tried. */
    private static final int MAX_HANGS = 2;

    /** The program that is graded, and the steps that it has failed so far. */
    private static final class Run {

        private final Answer answer;
        private final Set<Integer> failed = new TreeSet<>();
        private int hangs;
        private boolean aborted;

        Run(Answer answer) {
            this.answer = answer;
        }

        boolean tries(Step step) {
            return !aborted && hangs < MAX_HANGS && IntStream.of(step.needs()).noneMatch(failed::contains);
        }

        void record(Step step, Throwable failure) {
            failed.add(step.step());
            if (failure instanceof WrongAnswer wrong) {
                hangs += wrong.result().verdict() == Verdict.HANGS ? 1 : 0;
            } else {
                aborted = true;
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getConfigurationParameter(PROGRAM).ifPresent(program -> context.getStore(NAMESPACE).put(Run.class,
                new Run(new Answer(program, context.getConfigurationParameter(COMMAND).orElseThrow(),
                        number(context, PORT), Duration.ofMillis(number(context, IDLE_LIMIT)),
                        Duration.ofMillis(number(context, PROCESSOR_LIMIT))))));
    }

    private static int number(ExtensionContext context, String parameter) {
        return context.getConfigurationParameter(parameter, Integer::valueOf).orElseThrow();
    }

    private static Optional<Run> run(ExtensionContext context) {
        return Optional.ofNullable(context.getStore(NAMESPACE).get(Run.class, Run.class));
    }

    private static Optional<Step> step(ExtensionContext context) {
        return findAnnotation(context.getElement(), Step.class);
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var run = run(context);
        var step = step(context);
        return run.isEmpty() || step.isEmpty()
                || step.get().program().equals(run.get().answer.program()) && run.get().tries(step.get())
                ? ConditionEvaluationResult.enabled("to be tried")
                : ConditionEvaluationResult.disabled("another program, or not reached");
    }

    @Override
    protected ProgramSource programs(ExtensionContext context) {
        Texts.restart();
        return run(context).<ProgramSource>map(run -> new Substitution(lessonPackage(context), run.answer))
                .orElseGet(() -> super.programs(context));
    }

    @Override
    protected Throwable report(ExtensionContext context, Terminals terminals, Throwable failure) {
        if (run(context).isEmpty()) {
            return super.report(context, terminals, failure);
        }
        var run = run(context).get();
        var step = step(context).orElseThrow();
        var explained = new FailureReport(run.answer, step, terminals).of(failure);
        run.record(step, explained);
        return explained;
    }
}
