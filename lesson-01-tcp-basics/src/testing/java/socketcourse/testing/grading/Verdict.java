package socketcourse.testing.grading;

/** The verdict on a program, in the words of a table. */
public enum Verdict {

    CORRECT("juste"),
    WRONG("faux"),
    HANGS("bloqué"),
    FAILS_AT_START("plante au démarrage"),
    NOT_SUBMITTED("non rendu"),
    NOT_GRADED("non évalué"),
    NOT_BEGUN("pas commencé");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** Returns whether the program was graded, correct or not. */
    boolean isGraded() {
        return this != NOT_SUBMITTED && this != NOT_GRADED && this != NOT_BEGUN;
    }

    @Override
    public String toString() {
        return words;
    }
}
