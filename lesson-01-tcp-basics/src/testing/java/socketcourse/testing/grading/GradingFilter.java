package socketcourse.testing.grading;

import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Leaves of a run only what was asked for: the grade of a class, if the command line names its folder; that of some
 * answers, if it names those; the tests, if neither.
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
        if (System.getProperty(GradeClass.FOLDER) != null) {
            return type == GradeClass.class;
        }
        return GradeAnswers.asked().findAny().isPresent() ? type == GradeAnswers.class
                : type != GradeAnswers.class && type != GradeClass.class;
    }
}
