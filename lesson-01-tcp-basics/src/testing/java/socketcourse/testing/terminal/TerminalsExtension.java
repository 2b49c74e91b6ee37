package socketcourse.testing.terminal;

import java.io.IOException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/** Gives each test its {@link Terminals}, closes them, and adds their output to the report of a failure. */
public class TerminalsExtension implements ParameterResolver, AfterEachCallback, TestExecutionExceptionHandler {

    private static final Namespace NAMESPACE = Namespace.create(Terminals.class);

    @Override
    public final boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Terminals.class;
    }

    @Override
    public final Terminals resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(NAMESPACE).getOrComputeIfAbsent(Terminals.class,
                type -> new Terminals(programs(context)), Terminals.class);
    }

    /** Returns the programs of a test: ours, unless a subclass knows others. */
    protected ProgramSource programs(ExtensionContext context) {
        return ProgramSource.ours(lessonPackage(context));
    }

    /** Returns the package of the lesson that is tested; a shared test learns it from Maven. */
    protected static String lessonPackage(ExtensionContext context) {
        var name = context.getRequiredTestClass().getPackageName();
        return name.startsWith("socketcourse.testing") ? System.getProperty("lesson.package") : name;
    }

    @Override
    public final void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        var terminals = context.getStore(NAMESPACE).get(Terminals.class, Terminals.class);
        throw terminals == null || failure instanceof TestAbortedException ? failure
                : report(context, terminals, failure);
    }

    /** Returns the failure of a test with the output of its terminals. */
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
