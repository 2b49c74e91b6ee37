package socketcourse.testing;

import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Leaves of a run only what was asked for: the key, if the command line names an answer; the grade book, if it names a
 * folder of them; all the rest, if neither.
 */
public final class GradingFilter implements PostDiscoveryFilter {

    @Override
    public FilterResult apply(TestDescriptor test) {
        return test.getSource()
                .map(source -> source instanceof MethodSource method ? method.getJavaClass()
                        : source instanceof ClassSource type ? type.getJavaClass() : null)
                .map(type -> FilterResult.includedIf(isAskedFor(type)))
                .orElse(FilterResult.included("no test of ours"));
    }

    private static boolean isAskedFor(Class<?> type) {
        if (System.getProperty(GradeBookTest.FOLDER) != null) {
            return type == GradeBookTest.class;
        }
        return type != GradeBookTest.class
                && (Grading.asked().findAny().isEmpty() || type.isAnnotationPresent(AnswerKey.class));
    }
}
