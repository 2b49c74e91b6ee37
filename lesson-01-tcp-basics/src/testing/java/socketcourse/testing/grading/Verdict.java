package socketcourse.testing.grading;

/** What a grade says of an answer, in one word for a table. */
public enum Verdict {

    RIGHT("juste"),
    WRONG("faux"),
    TOO_LONG("trop long"),
    DOES_NOT_START("ne démarre pas"),
    NO_ANSWER("sans réponse"),
    NOT_GRADED("non noté");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
