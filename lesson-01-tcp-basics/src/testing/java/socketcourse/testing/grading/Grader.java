package socketcourse.testing.grading;

import static java.util.stream.Collectors.toCollection;
import static org.junit.platform.commons.support.AnnotationSupport.findAnnotatedMethods;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the answer key of a lesson on programs of others; several threads may use it at once. */
public final class Grader {

    private final Class<?> key;
    private final Class<?> challengeKey;

    /** The grader of the lesson with this package. */
    public Grader(String lessonPackage) {
        try {
            key = Class.forName(lessonPackage + ".AnswerKeyTest");
            challengeKey = Class.forName(lessonPackage + ".ChallengeKey");
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Returns the IDs of the chapter's programs. */
    public Set<String> programs() {
        return programs(key);
    }

    private static Set<String> programs(Class<?> key) {
        return findAnnotatedMethods(key, Step.class, HierarchyTraversalMode.TOP_DOWN).stream().map(Grader::step)
                .map(Step::program).collect(toCollection(TreeSet::new));
    }

    /** Returns the IDs of the chapter's programs and of the lesson's challenge. */
    Set<String> allPrograms() {
        var all = programs(key);
        all.addAll(programs(challengeKey));
        return all;
    }

    private static Step step(Method method) {
        return method.getAnnotation(Step.class);
    }

    /** Grades a program. */
    @SuppressWarnings("try")
    public Result grade(Answer answer) {
        if (!allPrograms().contains(answer.program())) {
            return notGraded(answer, "Le correcteur de cette leçon ne connaît que %s (-Danswer.ID=COMMANDE)."
                    .formatted(String.join(", ", allPrograms())));
        }
        if (answer.command().isBlank()) {
            return notGraded(answer, "Il n'y a pas de commande.");
        }
        if (!answer.hasFixedPort()) {
            return run(answer);
        }
        try (var port = FixedPort.take(answer.chapterPort())) {
            return run(answer);
        } catch (IOException e) {
            return notGraded(answer, "Le port %s ne peut pas être réservé : %s".formatted(answer.chapterPort(), e));
        }
    }

    private static Result notGraded(Answer answer, String reason) {
        return Result.without(Verdict.NOT_GRADED, answer.program(), reason);
    }

    private Result run(Answer answer) {
        var recorder = new Recorder(answer.program());
        LauncherFactory.create().execute(LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(key), selectClass(challengeKey))
                .configurationParameter(AnswerKeyExtension.PROGRAM, answer.program())
                .configurationParameter(AnswerKeyExtension.COMMAND, answer.command())
                .configurationParameter(AnswerKeyExtension.PORT, Integer.toString(answer.chapterPort()))
                .configurationParameter(AnswerKeyExtension.IDLE_LIMIT, Long.toString(answer.idleLimit().toMillis()))
                .configurationParameter(AnswerKeyExtension.PROCESSOR_LIMIT,
                        Long.toString(answer.processorLimit().toMillis()))
                // One step after the other, because they may need the same port.
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .build(), recorder);
        return recorder.notGraded.map(reason -> notGraded(answer, reason))
                .orElseGet(() -> Result.of(answer.program(), recorder.results));
    }

    /** Collects the results of a program's steps. */
    private static final class Recorder implements TestExecutionListener {

        private final String program;
        private final List<StepResult> results = new ArrayList<>();
        private Optional<String> notGraded = Optional.empty();

        Recorder(String program) {
            this.program = program;
        }

        private Optional<Step> step(TestIdentifier test) {
            return test.getSource().filter(MethodSource.class::isInstance).map(MethodSource.class::cast)
                    .map(source -> Grader.step(source.getJavaMethod())).filter(step -> step.program().equals(program));
        }

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            step(test).map(StepResult::notReached).ifPresent(results::add);
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            result.getThrowable().filter(failure -> !(failure instanceof WrongAnswer)).ifPresent(failure ->
                    notGraded = notGraded.or(() -> Optional.of(failure instanceof NotGraded ? failure.getMessage()
                            : "Le correcteur lui-même a échoué : " + failure)));
            step(test).map(step -> result.getThrowable().filter(WrongAnswer.class::isInstance)
                            .map(failure -> ((WrongAnswer) failure).result())
                            .orElseGet(() -> StepResult.correct(step)))
                    .ifPresent(results::add);
        }
    }
}
