package socketcourse.testing.terminal;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Random texts for a key to type and to send, so that no program is correct by luck. {@code -Dseed} repeats them. */
public final class Texts {

    /** The seed of all texts of this run. */
    public static final long SEED = Long.getLong("seed", ThreadLocalRandom.current().nextLong(1000));

    private static final List<String> BEGINNING = List.of("à bientôt,", "çà et là,", "où es-tu,", "déjà là,", "âne têtu :",
            "été comme hiver,", "île déserte :", "œuf frais,");
    private static final List<String> NAME =
            List.of("Zoé", "Chloé", "Gaël", "Noël", "Inès", "Anaïs", "Aïcha", "François");
    private static final List<String> VERB =
            List.of("goûte", "fête", "tire", "lève", "gèle", "plaît", "naît", "reçoit");
    private static final List<String> FOUR_BYTES = List.of("😀", "🐍", "🦆", "🎈", "🌍", "🚲", "🍎", "🎻");
    private static final List<String> ASCII = List.of("abcdefghijlmnoprstuvxz".split(""));

    private static final Pattern ANY = Pattern.compile(
            "(%s) \\p{L}+  \\p{L}+ \\d{3} € .( [a-z]*)?".formatted(String.join("|", BEGINNING)));

    private static final ThreadLocal<Random> RANDOM = ThreadLocal.withInitial(() -> new Random(SEED));

    private Texts() {
    }

    /** Makes the next texts of this thread the same in each run with this seed. */
    public static void restart() {
        RANDOM.set(new Random(SEED));
    }

    /**
     * Returns a text in which every change shows: a small letter at the beginning, a capital, accents, two spaces in a
     * row, characters of three and four bytes in UTF-8, and a space at the end.
     */
    public static String any() {
        return one(BEGINNING) + " " + one(NAME) + "  " + one(VERB) + " " + (100 + RANDOM.get().nextInt(900)) + " € "
                + one(FOUR_BYTES) + " ";
    }

    /**
     * Returns a text like {@link #any()} of about 1000 bytes: too large for a small buffer, and for a frame whose length
     * is in 7 bits (RFC 6455, section 5.2).
     */
    public static String anyLarge() {
        return any() + ascii(970);
    }

    /** Returns a text with {@code (texte)} for each text made by {@link #any} or {@link #anyLarge}. */
    public static String withoutAny(String text) {
        return ANY.matcher(text).replaceAll("(texte)");
    }

    /** Returns a text of letters that are one byte each in UTF-8. */
    public static String ascii(int length) {
        return IntStream.range(0, length).mapToObj(i -> one(ASCII)).collect(joining());
    }

    private static String one(List<String> choice) {
        return choice.get(RANDOM.get().nextInt(choice.size()));
    }
}
