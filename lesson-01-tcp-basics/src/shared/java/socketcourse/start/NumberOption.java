package socketcourse.start;

import java.util.Locale;

/** The options with a number as their value; {@code PORT} is {@code -Dport} on the command line. */
public enum NumberOption {

    PORT(0, 65_535),
    RELAY(0, 65_535),
    BUFFER(1, Integer.MAX_VALUE),
    SIZE(0, Integer.MAX_VALUE),
    CUT(1, Integer.MAX_VALUE),
    PAUSE(0, Integer.MAX_VALUE),
    LOSE(1, Integer.MAX_VALUE);

    private final int least;
    private final int most;

    NumberOption(int least, int most) {
        this.least = least;
        this.most = most;
    }

    /**
     * Returns the option's value.
     *
     * @param absent the value if the option is not on the command line
     * @throws IllegalArgumentException if the value is not a number, or out of range
     */
    public int value(int absent) {
        var value = System.getProperty(key());
        if (value == null) {
            return absent;
        }
        var number = Integer.parseInt(value);
        if (number < least || number > most) {
            throw new IllegalArgumentException(key() + " out of range: " + number);
        }
        return number;
    }

    boolean isWrong() {
        try {
            value(least);
            return false;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    /** Returns the line that explains a wrong value, in French. */
    String message(Throwable cause) {
        return "Option invalide : -D%s=%s (%s). Il faut un nombre de %s à %s."
                .formatted(key(), System.getProperty(key()), cause, least, most);
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
