package socketcourse.testing.grading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The skeletons of a lesson's exercises. Each is our solution without the lines that fill its gaps. */
public final class Skeleton {

    private static final String FOLDER = "/exercices/";

    /** The lines of a solution between the markers {@code // [} and {@code // ]}, with the markers. */
    private static final Pattern GAP = Pattern.compile("(?ms)^ *// \\[\n.*?^ *// ]\n");

    private Skeleton() {
    }

    /** Returns the IDs of the lesson's exercises in the order of the page; the last one is the challenge. */
    public static List<String> programs() {
        return resource("programs.txt").lines().toList();
    }

    /** Returns our solution of an exercise, with the markers. */
    public static String solution(String program) {
        return resource(fileName(program));
    }

    /** Returns the text of a file that the student has not edited yet. */
    public static String of(String program) {
        return GAP.matcher(solution(program)).replaceAll("");
    }

    /** Returns whether a file is the skeleton of a program, whatever its line ends. */
    static boolean isUntouched(Path file, String program) {
        try {
            // Any bytes are valid ISO 8859-1, so a file in another encoding differs but is no error.
            return programs().contains(program) && Files.readString(file, ISO_8859_1).replace("\r\n", "\n")
                    .equals(new String(of(program).getBytes(UTF_8), ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the name of an exercise's file: {@code ReplyServer.java} for {@code reply-server}. */
    public static String fileName(String program) {
        return Pattern.compile("(?:^|-)(.)").matcher(program).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT))
                + ".java";
    }

    private static String resource(String name) {
        try (var stream = Skeleton.class.getResourceAsStream(FOLDER + name)) {
            return new String(stream.readAllBytes(), UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
