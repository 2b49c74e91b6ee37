package socketcourse.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Properties;

/** The standard streams of a program: UTF-8, except in a Windows console, which has its own charset. */
final class StandardStreams {

    private StandardStreams() {
    }

    /** Replaces Maven's streams, because they delay a prompt until its line ends, and Maven 4 prefixes each line. */
    static void open() {
        var isInteractive = System.console() != null;
        var stdout = charset("stdout", System.getProperties(), isInteractive);
        var stderr = charset("stderr", System.getProperties(), isInteractive);
        System.setOut(open(FileDescriptor.out, stdout));
        System.setErr(open(FileDescriptor.err, stderr));
        var stdin = new FileInputStream(FileDescriptor.in);
        var console = stdout.equals(UTF_8) ? stderr : stdout;
        System.setIn(console.equals(UTF_8) ? stdin : new Keyboard(stdin, console));
    }

    private static PrintStream open(FileDescriptor stream, Charset charset) {
        return new PrintStream(new TerminalOutput(new FileOutputStream(stream), charset), true, UTF_8);
    }

    /**
     * Returns the charset of an output stream: the console's if the stream is a Windows console, otherwise UTF-8.
     *
     * @param stream        {@code stdout} or {@code stderr}
     * @param properties    the system properties
     * @param isInteractive whether stdin and stdout are a console
     */
    static Charset charset(String stream, Properties properties, boolean isInteractive) {
        if (!properties.getProperty("os.name").startsWith("Windows")) {
            return UTF_8;
        }
        // Java 17 and 18 set this property only if the stream is a console.
        var console = properties.getProperty("sun." + stream + ".encoding");
        if (console != null) {
            return Charset.forName(console);
        }
        // Java 19 and later always set this one; for a file or a pipe, it is the system's charset.
        var encoding = properties.getProperty(stream + ".encoding");
        var isConsole = isInteractive || !properties.getProperty("native.encoding").equals(encoding);
        return encoding != null && isConsole ? Charset.forName(encoding) : UTF_8;
    }
}
