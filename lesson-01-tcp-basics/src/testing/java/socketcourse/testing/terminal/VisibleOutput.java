package socketcourse.testing.terminal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import socketcourse.testing.process.ProgramProcess;

/**
 * The output of a graded program as a person sees it in a terminal: stdout without carriage returns and without an echo
 * of what was typed, then the prompts on stderr. CPython writes the prompt of {@code input()} to stderr.
 */
final class VisibleOutput {

    /** A line without a line ending, at which a program waits for its keyboard. */
    private static final Pattern PROMPT_LINE = Pattern.compile(".*[:>?»] ?");
    private static final Pattern PROMPT_ON_ITS_LINE = Pattern.compile(Pattern.quote(OutputMatcher.PROMPT) + "(?!\n)");

    private final ProgramProcess process;
    private final List<String> typed = new CopyOnWriteArrayList<>();

    VisibleOutput(ProgramProcess process) {
        this.process = process;
    }

    /** Records a typed line, which the program may echo. */
    void typed(String line) {
        typed.add(line);
    }

    /** Returns the text so far. */
    String text() {
        var output = withoutEcho(process.output().text().replace("\r", ""));
        var prompts = promptsOnErrors(process.errors().text().replace("\r", ""));
        return output + (prompts.isEmpty() || output.isEmpty() || output.endsWith("\n") ? "" : "\n") + prompts;
    }

    /** Returns the output without the typed lines that stand at the beginning of a line or after a prompt. */
    private String withoutEcho(String output) {
        var shown = output;
        for (var line : typed) {
            var echo = Pattern.compile("(?m)(^|^" + OutputMatcher.PROMPT + ")" + Pattern.quote(line) + "\n");
            shown = line.isEmpty() ? shown : echo.matcher(shown).replaceFirst("$1");
        }
        return shown;
    }

    private String promptsOnErrors(String errors) {
        var lastLine = errors.substring(errors.lastIndexOf('\n') + 1);
        var isPrompt = process.isAlive() && PROMPT_LINE.matcher(lastLine).matches();
        var counted = isPrompt ? errors.substring(0, errors.length() - lastLine.length()) : errors;
        return OutputMatcher.PROMPT.repeat((int) PROMPT_ON_ITS_LINE.matcher(counted).results().count())
                + (isPrompt ? lastLine : "");
    }
}
