package socketcourse.testing.terminal;

import java.io.IOException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/** Gives each test its terminals, closes them, and adds their screens to the report of a failure. */
public class TerminalsExtension implements ParameterResolver, AfterEachCallback, TestExecutionExceptionHandler {

    private static final Namespace NAMESPACE = Namespace.create(Terminals.class);

    @Override
    public final boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Terminals.class;
    }

    @Override
    public final Terminals resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(NAMESPACE).getOrComputeIfAbsent(Terminals.class,
                type -> new Terminals(lesson(context), programs(context)), Terminals.class);
    }

    /** The package of a lesson; what is shared by all of them learns it from Maven. */
    protected static String lesson(ExtensionContext context) {
        var name = context.getRequiredTestClass().getPackageName();
        return name.startsWith("socketcourse.testing.") ? System.getProperty("lesson.package") : name;
    }

    /** The programs of a test: ours. */
    protected ProgramSource programs(ExtensionContext context) {
        return ProgramSource.ours(lesson(context));
    }

    @Override
    public final void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        var terminals = context.getStore(NAMESPACE).get(Terminals.class, Terminals.class);
        throw terminals == null || failure instanceof TestAbortedException ? failure
                : report(context, terminals, failure);
    }

    /** The failure of a test, with what its terminals show. */
    protected Throwable report(ExtensionContext context, Terminals terminals, Throwable failure) {
        var report = new AssertionError(failure.getMessage() + "\n\n" + terminals.report(), failure);
        report.setStackTrace(failure.getStackTrace());
        return report;
    }

    @Override
    public final void afterEach(ExtensionContext context) throws IOException {
        var terminals = context.getStore(NAMESPACE).get(Terminals.class, Terminals.class);
        if (terminals != null) {
            terminals.close();
        }
    }
}
