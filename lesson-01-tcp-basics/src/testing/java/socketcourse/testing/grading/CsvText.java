package socketcourse.testing.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A CSV text (RFC 4180) in which cells can be replaced; all others stay as they are written. */
final class CsvText {

    private final String separator;
    private final List<List<Cell>> rows = new ArrayList<>();

    /** A cell as it is written, with its quotation marks, and what follows it: a separator or a line ending. */
    private record Cell(String written, String end) {

        String value() {
            return written.startsWith("\"") ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
                    : written;
        }
    }

    /** Reads a text; the titles in its first row are separated by commas, semicolons or tabs. */
    CsvText(String text) {
        var titles = text.lines().findFirst().orElse("");
        separator = titles.contains("\t") ? "\t" : titles.contains(";") ? ";" : ",";
        var cells = Pattern.compile("(\"(?:[^\"]|\"\")*+\"|[^%1$s\r\n]*+)(%1$s|\r\n|\n|\r|\\z)".formatted(separator))
                .matcher(text);
        var row = new ArrayList<Cell>();
        while (cells.regionStart() < text.length() && cells.lookingAt()) {
            row.add(new Cell(cells.group(1), cells.group(2)));
            if (!cells.group(2).equals(separator)) {
                rows.add(row);
                row = new ArrayList<>();
            }
            cells.region(cells.end(), text.length());
        }
        if (!row.isEmpty()) {
            row.add(new Cell("", ""));
            rows.add(row);
        }
    }

    /** Returns the number of rows, with that of the titles. */
    int rows() {
        return rows.size();
    }

    /** Returns the column with one of these titles, or -1. */
    int column(List<String> titles) {
        var row = rows.isEmpty() ? List.<Cell>of() : rows.get(0);
        return IntStream.range(0, row.size()).filter(column -> titles.contains(row.get(column).value().strip()))
                .findFirst().orElse(-1);
    }

    /** Returns the value of a cell; empty if the row is too short. */
    String value(int row, int column) {
        return column < rows.get(row).size() ? rows.get(row).get(column).value() : "";
    }

    /** Replaces the value of a cell. */
    void set(int row, int column, String value) {
        var cells = rows.get(row);
        var quoted = cells.get(column).written.startsWith("\"") || value.contains(separator) || value.contains("\"");
        cells.set(column, new Cell(quoted ? "\"" + value.replace("\"", "\"\"") + "\"" : value, cells.get(column).end));
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        rows.forEach(row -> row.forEach(cell -> text.append(cell.written).append(cell.end)));
        return text.toString();
    }
}
