package socketcourse.testing.grading;

import java.util.Comparator;
import java.util.Optional;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A program after the other, and its steps in their order. */
final class StepOrder implements MethodOrderer {

    private static final Comparator<Step> ORDER = Comparator.comparing(Step::program).thenComparing(Step::step);

    @Override
    public void orderMethods(MethodOrdererContext context) {
        context.getMethodDescriptors().sort(Comparator.comparing(StepOrder::step, ORDER));
    }

    /** What the run says: our own programs are tested several at a time. */
    @Override
    public Optional<ExecutionMode> getDefaultExecutionMode() {
        return Optional.empty();
    }

    private static Step step(MethodDescriptor method) {
        return method.findAnnotation(Step.class).orElseThrow();
    }
}
