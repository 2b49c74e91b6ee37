package socketcourse.lesson06;

import socketcourse.testing.terminal.Terminal;
import socketcourse.testing.terminal.Terminals;

/** Operations on a program whose chat is over while a thread of it still reads stdin, as the chapter's version 2 does. */
final class LateEnd {

    private LateEnd() {
    }

    /** Presses Enter until a graded program ends. Ours ends by itself. */
    static void pressEnterUntilEnd(Terminal program, Terminals terminals) {
        var timeout = terminals.timeout();
        program.awaitRest();
        for (var line = ""; program.isGraded() && program.isAlive() && !timeout.isOver() && program.isTyped(line);
                line = "...") {
            program.awaitRest();
        }
    }

    /** Types one more line after {@code quit} and waits for rest; the peer checks that the line is not sent. */
    static void typeAfterQuit(Terminal program, String line) {
        program.isTyped(line);
        program.awaitRest();
    }
}
