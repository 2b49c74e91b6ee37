package socketcourse.testing.terminal;

import static java.util.stream.Collectors.joining;

import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Random texts for a key to type and to send, so that no program is correct by luck. */
public final class Texts {

    private static final String SMALL = "abcdefghijlmnoprstuvxzàâçéèêëîïôûùœ";
    private static final String CAPITAL = "ABCDEFGHIJLMNOPRSTUVXZÀÂÇÉÈÊËÎÏÔÛÙŒ";
    private static final String FOUR_BYTES = "😀🐍🦆🎈🌍🚲🍎🎻";

    private static final Pattern ANY = Pattern.compile("[\\p{L}]{4}ç \\p{L}{6}  \\p{L}{2}É .[a-z]*");

    private Texts() {
    }

    /**
     * Returns a text in which every change shows: a small letter at the beginning, a capital, accents, two spaces in a
     * row and a character of four bytes in UTF-8. It has no {@code q} and no {@code k}, so it contains no {@code quit}.
     */
    public static String any() {
        return letters(4, SMALL) + "ç " + letters(3, CAPITAL) + letters(3, SMALL) + "  " + letters(2, SMALL) + "É "
                + letters(1, FOUR_BYTES);
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
        return letters(length, SMALL.substring(0, SMALL.indexOf('à')));
    }

    private static String letters(int count, String alphabet) {
        var characters = alphabet.codePoints().toArray();
        Random random = ThreadLocalRandom.current();
        return IntStream.generate(() -> characters[random.nextInt(characters.length)]).limit(count)
                .mapToObj(Character::toString).collect(joining());
    }
}
