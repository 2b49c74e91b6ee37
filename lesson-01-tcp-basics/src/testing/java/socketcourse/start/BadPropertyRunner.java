package socketcourse.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;

/**
 * Starts programs one after the other in one JVM, each with one wrong property, and prints the error line of each. The
 * arguments are pairs of an ID and a property: {@code server port=abc client port=70000}.
 */
final class BadPropertyRunner {

    private BadPropertyRunner() {
    }

    public static void main(String[] attempts) throws Exception {
        var output = new PrintStream(System.out, true, UTF_8);
        System.setOut(output);
        var programs = new Programs(System.getProperty("lesson.package"));
        var port = System.getProperty("port");
        for (var i = 0; i < attempts.length; i += 2) {
            System.setProperty("port", port);
            System.clearProperty("host");
            var property = attempts[i + 1].split("=", 2);
            System.setProperty(property[0], property[1]);
            try {
                programs.find(attempts[i]).orElseThrow().invoke(null, (Object) new String[0]);
                output.println("rien");
            } catch (InvocationTargetException e) {
                output.println(ErrorMessage.line(e, attempts[i], System.getProperty("host", "localhost"),
                        System.getProperty("port"), 0));
            }
        }
        System.exit(0);
    }
}
