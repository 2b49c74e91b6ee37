package socketcourse.websockets;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.glassfish.tyrus.core.AnnotatedEndpoint;

/** What an endpoint throws escapes from it as from any thread of a program: Tyrus itself does no more than log it. */
final class EndpointErrors extends Handler {

    private static final Set<String> ENDPOINTS = ConcurrentHashMap.newKeySet();

    /** Kept here, lest it be collected before Tyrus asks for it. */
    private static final Logger TYRUS = Logger.getLogger(AnnotatedEndpoint.class.getName());

    static {
        TYRUS.addHandler(new EndpointErrors());
    }

    /** Lets what this endpoint throws escape, from now on. */
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

    /** Thrown by an endpoint's own code, and not by a send to a client that has gone meanwhile. */
    private static boolean isItsOwn(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace()).map(StackTraceElement::getClassName)
                .takeWhile(name -> !name.startsWith("org.glassfish.")).anyMatch(ENDPOINTS::contains);
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
