package socketcourse.testing.report;

import java.util.stream.Stream;

/** What a program did in the place of what the chapter documents: the two, one above the other. */
public final class Mismatch extends AssertionError {

    private static final long serialVersionUID = 1;

    /** What leaves the first difference of two texts where one still sees it. */
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

    /** A program that did something else. */
    public static Mismatch wrong(String expected, String obtained) {
        return new Mismatch(false, expected, obtained, "");
    }

    /** A program that does nothing any more, although something is to be done. */
    public static Mismatch hangs(String expected, String obtained) {
        return new Mismatch(true, expected, obtained, "");
    }

    /**
     * Two texts that are not the same.
     *
     * @param where    where one of them came, such as {@code à l'écran}
     * @param expected what the chapter documents
     * @param obtained what came
     * @return both, a {@code ^} under the first character that differs, and that character in bytes
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

    /** Returns what the chapter documents. */
    public String expected() {
        return expected;
    }

    /** Returns what came. */
    public String obtained() {
        return obtained;
    }

    /** Both in one line. */
    public String reason() {
        return "attendu : %s ; obtenu : %s".formatted(expected, obtained);
    }

    /** Tells whether the program did nothing any more. */
    public boolean hangs() {
        return hangs;
    }

    /** A mark under the first character helps only if some word of one text is in the other. */
    private static boolean haveCommonPart(String expected, String obtained) {
        return Stream.of(expected.split("[^\\p{L}]+")).anyMatch(word -> word.length() > 2 && obtained.contains(word));
    }

    /** The number of chars that both texts begin with, no character of two chars cut in two. */
    private static int samePart(String expected, String obtained) {
        var same = 0;
        while (same < Math.min(expected.length(), obtained.length())
                && expected.codePointAt(same) == obtained.codePointAt(same)) {
            same += Character.charCount(expected.codePointAt(same));
        }
        return same;
    }

    /** A line of the text from an index on, with an ellipsis where something is left out. */
    private static String part(String text, int from, String where) {
        var to = Printable.boundary(text, Math.min(text.length(), from + LINE));
        return text.isEmpty() ? "rien " + where
                : (from > 0 ? "…" : "") + Printable.text(text.substring(from, to)) + (to < text.length() ? "…" : "");
    }

    private static String character(String text, int index) {
        return index == text.length() ? "la fin" : Printable.withBytes(Character.toString(text.codePointAt(index)));
    }
}
