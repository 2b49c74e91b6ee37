package socketcourse.testing.grading;

import java.util.Comparator;
import java.util.Optional;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Orders the steps of an {@link AnswerKey} by program and number. */
final class StepOrder implements MethodOrderer {

    private static final Comparator<Step> ORDER = Comparator.comparing(Step::program).thenComparing(Step::step);

    @Override
    public void orderMethods(MethodOrdererContext context) {
        context.getMethodDescriptors().sort(Comparator.comparing(StepOrder::step, ORDER));
    }

    /** Leaves the choice to the run, because the tests of our own programs run concurrently. */
    @Override
    public Optional<ExecutionMode> getDefaultExecutionMode() {
        return Optional.empty();
    }

    private static Step step(MethodDescriptor method) {
        return method.findAnnotation(Step.class).orElseThrow();
    }
}
