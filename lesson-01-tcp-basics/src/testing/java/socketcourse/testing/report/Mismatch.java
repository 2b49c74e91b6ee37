package socketcourse.testing.report;

import java.util.stream.Stream;

/** The difference between what the chapter documents and what a program did, one above the other. */
public final class Mismatch extends AssertionError {

    private static final long serialVersionUID = 1;

    /** The number of characters shown before the first difference. */
    private static final int BEFORE = 60;
    private static final int LINE = 100;
    private static final String INDENT = "            ";

    private final boolean hangs;
    private final String expected;
    private final String obtained;
    private final String remark;

    private Mismatch(boolean hangs, String expected, String obtained, String remark) {
        super("  attendu : " + expected + "\n  obtenu  : " + obtained + (remark.isEmpty() ? "" : "\n" + remark));
        this.hangs = hangs;
        this.expected = expected;
        this.obtained = obtained;
        this.remark = remark;
    }

    /** Returns the mistake of a program that did something else. */
    public static Mismatch wrong(String expected, String obtained) {
        return new Mismatch(false, expected, obtained, "");
    }

    /** Returns the mistake of a program that is idle although it should act. */
    public static Mismatch hangs(String expected, String obtained) {
        return new Mismatch(true, expected, obtained, "");
    }

    /**
     * Returns the difference between two texts.
     *
     * @param where    the place of the obtained text, such as {@code à l'écran}
     * @param expected the documented text
     * @param obtained the obtained text
     * @return both texts, a {@code ^} under the first different character, and that character in bytes
     */
    public static Mismatch between(String where, String expected, String obtained) {
        if (expected.isEmpty() || obtained.isEmpty()) {
            return wrong(part(expected, 0, where), part(obtained, 0, where));
        }
        var same = samePart(expected, obtained);
        if (same == 0 && !haveCommonPart(expected, obtained)) {
            return wrong(part(expected, 0, where), part(obtained, 0, where));
        }
        var from = Printable.boundary(obtained, Math.max(0, same - BEFORE));
        var before = (from > 0 ? 1 : 0) + Printable.text(expected.substring(from, same)).length();
        return new Mismatch(false, part(expected, from, where), part(obtained, from, where),
                "%s^\n  %s : %s au lieu de %s".formatted(INDENT + " ".repeat(before), where,
                        character(obtained, same), character(expected, same)));
    }

    /** Adds a remark to the explanation. */
    public Mismatch with(String remark) {
        return new Mismatch(hangs, expected, obtained, (this.remark.isEmpty() ? "" : this.remark + "\n") + "  " + remark);
    }

    /** Returns the documented value. */
    public String expected() {
        return expected;
    }

    /** Returns the obtained value. */
    public String obtained() {
        return obtained;
    }

    /** Returns both in one line. */
    public String reason() {
        return "attendu : %s ; obtenu : %s".formatted(expected, obtained);
    }

    /** Returns whether the program was idle. */
    public boolean hangs() {
        return hangs;
    }

    /** A mark under the first character helps only if some word of one text is in the other. */
    private static boolean haveCommonPart(String expected, String obtained) {
        return Stream.of(expected.split("[^\\p{L}]+")).anyMatch(word -> word.length() > 2 && obtained.contains(word));
    }

    /** Returns the length of the common beginning; a character of two chars is not cut. */
    private static int samePart(String expected, String obtained) {
        var same = 0;
        while (same < Math.min(expected.length(), obtained.length())
                && expected.codePointAt(same) == obtained.codePointAt(same)) {
            same += Character.charCount(expected.codePointAt(same));
        }
        return same;
    }

    /** Returns a part of the text in one line, with an ellipsis where something is left out. */
    private static String part(String text, int from, String where) {
        var to = Printable.boundary(text, Math.min(text.length(), from + LINE));
        return text.isEmpty() ? "rien " + where
                : (from > 0 ? "…" : "") + Printable.text(text.substring(from, to)) + (to < text.length() ? "…" : "");
    }

    private static String character(String text, int index) {
        return index == text.length() ? "la fin" : Printable.withBytes(Character.toString(text.codePointAt(index)));
    }
}
