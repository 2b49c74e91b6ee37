package socketcourse.testing.grading;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestWatcher;
import socketcourse.testing.terminal.ProgramSource;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;

/** Runs an {@link AnswerKey}: on our programs, or on one answer, until its first mistake. */
public final class AnswerKeyExtension extends TerminalsExtension implements BeforeAllCallback, ExecutionCondition, TestWatcher {

    /** The configuration parameters of a grade: the ID of the program, and the command that is the answer. */
    static final String PROGRAM = "graded.program";
    static final String COMMAND = "graded.command";
    /** The port that the answer uses if its command has no place for another. */
    static final String PORT = "graded.port";
    /** For how many seconds an answer may do nothing while something is waited for; and work for one thing. */
    public static final String QUIET = "graded.quiet";
    public static final String WORK = "graded.work";

    private static final Namespace NAMESPACE = Namespace.create(AnswerKeyExtension.class);

    private boolean isWrong;

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getConfigurationParameter(PROGRAM).ifPresent(program -> context.getStore(NAMESPACE).put(Answer.class,
                new Answer(program, context.getConfigurationParameter(COMMAND).orElseThrow(),
                        context.getConfigurationParameter(PORT, Integer::valueOf).orElseThrow(),
                        seconds(context, QUIET, 5), seconds(context, WORK, 20))));
    }

    private static Duration seconds(ExtensionContext context, String parameter, long fallback) {
        return Duration.ofSeconds(context.getConfigurationParameter(parameter, Long::valueOf).orElse(fallback));
    }

    private static Optional<Answer> answer(ExtensionContext context) {
        return Optional.ofNullable(context.getStore(NAMESPACE).get(Answer.class, Answer.class));
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var step = findAnnotation(context.getElement(), Step.class);
        return step.isEmpty() || answer(context).isEmpty()
                || answer(context).get().label().equals(step.get().program()) && !isWrong
                ? ConditionEvaluationResult.enabled("to be judged")
                : ConditionEvaluationResult.disabled("another program, or wrong already");
    }

    @Override
    protected ProgramSource programs(ExtensionContext context) {
        return answer(context).<ProgramSource>map(answer -> new Substitution(lesson(context), answer))
                .orElseGet(() -> super.programs(context));
    }

    @Override
    protected Throwable report(ExtensionContext context, Terminals terminals, Throwable failure) {
        var answer = answer(context);
        return answer.isEmpty() ? super.report(context, terminals, failure)
                : new FailureReport(answer.get(), findAnnotation(context.getElement(), Step.class).orElseThrow(), terminals)
                        .of(failure);
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        isWrong = true;
    }
}
