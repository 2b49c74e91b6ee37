package socketcourse.testing;

import static java.util.stream.Collectors.toCollection;
import static org.junit.platform.commons.support.AnnotationSupport.findAnnotatedMethods;
import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** Runs an {@link AnswerKey}: the steps of the programs that are to be judged, each one until its first mistake. */
final class Grading implements BeforeAllCallback, ExecutionCondition, TestWatcher {

    /** {@code answer.reply-server} is the command of an answer. */
    static final String PREFIX = "answer.";

    private static final Namespace NAMESPACE = Namespace.create(Grading.class);

    /** The IDs that the command line names. */
    static Stream<String> asked() {
        return System.getProperties().stringPropertyNames().stream()
                .filter(property -> property.startsWith(PREFIX)).map(property -> property.substring(PREFIX.length()));
    }

    /** The answer that a test judges, or null if it judges one of our programs. */
    static Answer answer(ExtensionContext context) {
        return step(context) == null ? null : answers(context).of(step(context).program());
    }

    /** What a test judges, or null if it belongs to no key. */
    static Judges step(ExtensionContext context) {
        return findAnnotation(context.getElement(), Judges.class).orElse(null);
    }

    /** The IDs of the programs that a key judges. */
    static Set<String> programs(Class<?> key) {
        return findAnnotatedMethods(key, Judges.class, HierarchyTraversalMode.TOP_DOWN).stream()
                .map(method -> method.getAnnotation(Judges.class).program()).collect(toCollection(TreeSet::new));
    }

    private static Answers answers(ExtensionContext context) {
        return context.getStore(NAMESPACE).get(Answers.class, Answers.class);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        var key = context.getRequiredTestClass();
        var programs = programs(key);
        asked().filter(program -> !programs.contains(program)).findFirst().ifPresent(program -> {
            throw new NotGraded("This lesson's key does not judge \"%s\", but %s.".formatted(program, programs));
        });
        var port = context.getConfigurationParameter("port").orElseGet(() -> System.getProperty("port"));
        var patience = Duration.ofSeconds(context.getConfigurationParameter("patience", Long::valueOf).orElse(5L));
        var answers = new HashMap<String, Answer>();
        programs.forEach(program -> context.getConfigurationParameter(PREFIX + program)
                .ifPresent(command -> answers.put(program, new Answer(command, Integer.parseInt(port), patience))));
        context.getStore(NAMESPACE).put(Answers.class, new Answers(answers));
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var step = step(context);
        return step == null || answers(context).areToBeJudged(step.program())
                ? ConditionEvaluationResult.enabled("to be judged")
                : ConditionEvaluationResult.disabled("not asked for, or wrong already");
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        answers(context).isWrong(step(context).program());
    }

    /** A program after the other, and its steps in their order. */
    static final class Order implements MethodOrderer {

        private static final Comparator<Judges> ORDER =
                Comparator.comparing(Judges::program).thenComparing(Judges::step);

        @Override
        public void orderMethods(MethodOrdererContext context) {
            context.getMethodDescriptors().sort(Comparator.comparing(Order::step, ORDER));
        }

        private static Judges step(MethodDescriptor method) {
            return method.findAnnotation(Judges.class).orElseThrow();
        }
    }
}
