package socketcourse.testing.grading;

import static java.util.stream.Collectors.averagingDouble;
import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Marks: the share of steps passed, out of a number of points.
 *
 * @param points the mark of a correct program
 */
record Marks(double points) {

    /** The points of the command line, {@code -Dpoints}; 20 unless it gives others. */
    static Marks ofCommandLine() {
        var points = System.getProperty("points", "20");
        try {
            return new Marks(Double.parseDouble(points.replace(',', '.')));
        } catch (NumberFormatException e) {
            throw new NotGraded("-Dpoints=" + points + " n'est pas un nombre.");
        }
    }

    /** Returns the mark of a program; nothing if it was not graded. */
    OptionalDouble of(Entry entry) {
        var share = entry.share();
        return share.isEmpty() ? share : OptionalDouble.of(share.getAsDouble() * points);
    }

    /** Returns the mean of the lessons, each the mean of its programs; nothing if none was graded. */
    OptionalDouble of(Collection<Entry> entries) {
        return entries.stream().filter(entry -> entry.counts() && entry.share().isPresent())
                .collect(groupingBy(Entry::lesson, averagingDouble(entry -> of(entry).orElseThrow()))).values().stream()
                .mapToDouble(mark -> mark).average();
    }

    /** Returns the mark of a correct program, as it is written after « sur ». */
    String pointsText() {
        return text(OptionalDouble.of(points)).replaceFirst(",0$", "");
    }

    /** Returns a mark to a tenth, with a decimal comma; empty if there is none. */
    static String text(OptionalDouble mark) {
        return mark.isEmpty() ? "" : String.format(Locale.ROOT, "%.1f", mark.getAsDouble()).replace('.', ',');
    }
}
