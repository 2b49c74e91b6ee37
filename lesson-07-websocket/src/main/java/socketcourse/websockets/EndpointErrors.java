package socketcourse.websockets;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.glassfish.tyrus.core.AnnotatedEndpoint;

/** Treats an exception of an endpoint as uncaught in its thread. Tyrus only logs it, and the log is off. */
final class EndpointErrors extends Handler {

    private static final Set<String> ENDPOINTS = ConcurrentHashMap.newKeySet();

    /** A strong reference, otherwise the logger could be collected with its handler. */
    private static final Logger TYRUS = Logger.getLogger(AnnotatedEndpoint.class.getName());

    static {
        TYRUS.addHandler(new EndpointErrors());
    }

    /** Treats the exceptions of this endpoint as uncaught from now on. */
    static void letEscape(Class<?> endpoint) {
        ENDPOINTS.add(endpoint.getName());
    }

    @Override
    public void publish(LogRecord logged) {
        if (logged.getThrown() != null && isItsOwn(logged.getThrown())) {
            var thread = Thread.currentThread();
            thread.getThreadGroup().uncaughtException(thread, logged.getThrown());
        }
    }

    /** Returns whether the endpoint's own code has thrown it, and not a send to a client that has gone meanwhile. */
    private static boolean isItsOwn(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace()).map(StackTraceElement::getClassName)
                .takeWhile(name -> !name.startsWith("org.glassfish.")).anyMatch(ENDPOINTS::contains);
    }

    @Override
    public void flush() {
        // Nothing is buffered.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
