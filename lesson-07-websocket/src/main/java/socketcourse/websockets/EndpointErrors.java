package socketcourse.websockets;

import java.util.Arrays;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.glassfish.tyrus.core.AnnotatedEndpoint;

/** What an endpoint throws escapes from it as from any thread of a program: Tyrus itself does no more than log it. */
final class EndpointErrors extends Handler {

    private final Class<?> endpoint;

    private EndpointErrors(Class<?> endpoint) {
        this.endpoint = endpoint;
    }

    /** Lets what this endpoint throws escape, from now on. */
    static void letEscape(Class<?> endpoint) {
        Logger.getLogger(AnnotatedEndpoint.class.getName()).addHandler(new EndpointErrors(endpoint));
    }

    @Override
    public void publish(LogRecord logged) {
        if (logged.getThrown() != null && isItsOwn(logged.getThrown())) {
            var thread = Thread.currentThread();
            thread.getThreadGroup().uncaughtException(thread, logged.getThrown());
        }
    }

    /** Thrown by the endpoint's own code, and not by a send to a client that has gone meanwhile. */
    private boolean isItsOwn(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace()).map(StackTraceElement::getClassName)
                .takeWhile(name -> !name.startsWith("org.glassfish.")).anyMatch(endpoint.getName()::equals);
    }

    @Override
    public void flush() {
        // Nothing is kept.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
