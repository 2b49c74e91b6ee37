package socketcourse.testing.terminal;

import static java.util.stream.Collectors.joining;

import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What a key types and sends: new each time, so that nobody knows it beforehand, nor is right by luck. */
public final class Texts {

    private static final String SMALL = "abcdefghijlmnoprstuvxzàâçéèêëîïôûùœ";
    private static final String CAPITAL = "ABCDEFGHIJLMNOPRSTUVXZÀÂÇÉÈÊËÎÏÔÛÙŒ";
    private static final String FOUR_BYTES = "😀🐍🦆🎈🌍🚲🍎🎻";

    private static final Pattern ANY = Pattern.compile("[\\p{L}]{4}ç \\p{L}{6}  \\p{L}{2}É .[a-z]*");

    private Texts() {
    }

    /**
     * A text that any change shows: it begins with a small letter and has a capital, accents, two blanks in a row and a
     * character of four bytes in UTF-8. Without {@code q} and {@code k}, no {@code quit} is in it.
     */
    public static String any() {
        return letters(4, SMALL) + "ç " + letters(3, CAPITAL) + letters(3, SMALL) + "  " + letters(2, SMALL) + "É "
                + letters(1, FOUR_BYTES);
    }

    /**
     * A text as {@link #any()}, of about 1000 bytes: too large for who reads fewer at once, and for a frame whose length
     * stands in 7 bits (RFC 6455, section 5.2).
     */
    public static String anyLarge() {
        return any() + ascii(970);
    }

    /** A text with {@code (texte)} in the place of each that {@link #any} or {@link #anyLarge} has made. */
    public static String withoutAny(String text) {
        return ANY.matcher(text).replaceAll("(texte)");
    }

    /** A text of that many letters, one byte each. */
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
