package socketcourse.testing.grading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import socketcourse.testing.submissions.Student;

/** Moodle's offline grading worksheet, in French or English, which is filled in with marks and feedback. */
final class Worksheet {

    private static final List<String> IDENTIFIER = List.of("Identifiant", "Identifier");
    private static final List<String> MARK = List.of("Note", "Grade");
    private static final List<String> MAXIMUM = List.of("Note maximale", "Maximum grade");
    private static final List<String> FEEDBACK = List.of("Feedback par commentaires", "Feedback comments");

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path file;
    private final Charset charset;
    private final boolean hasByteOrderMark;
    private final CsvText csv;

    /**
     * Reads a worksheet.
     *
     * @throws NotGraded if the file does not exist or is no worksheet
     */
    Worksheet(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NotGraded("-Dmoodle : il n'y a pas de fichier " + file + ".");
        }
        this.file = file;
        this.charset = isUtf8(file) ? UTF_8 : ISO_8859_1;
        var text = Files.readString(file, charset);
        this.hasByteOrderMark = text.startsWith(BYTE_ORDER_MARK);
        this.csv = new CsvText(hasByteOrderMark ? text.substring(1) : text);
        if (csv.column(IDENTIFIER) < 0 || csv.column(MARK) < 0) {
            throw new NotGraded("-Dmoodle : " + file + " n'est pas un formulaire d'évaluation hors ligne de Moodle, "
                    + "car il n'a pas de colonnes Identifiant et Note (Identifier et Grade).");
        }
    }

    private static boolean isUtf8(Path file) throws IOException {
        try {
            Files.readString(file, UTF_8);
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /**
     * Fills in the rows of the students and writes the worksheet into a folder.
     *
     * @return what the lecturer should know, line by line
     */
    String fillIn(GradeBook book, Path folder) throws IOException {
        var messages = new ArrayList<String>();
        var numbers = new HashSet<String>();
        var students = book.byStudent();
        for (var row = 1; row < csv.rows(); row++) {
            var number = csv.value(row, csv.column(IDENTIFIER)).replaceAll("\\D", "");
            for (var student : students.entrySet()) {
                if (!number.isEmpty() && student.getKey().number().equals(number)) {
                    numbers.add(number);
                    fillIn(row, book.marks(), student);
                }
            }
        }
        var target = folder.resolve(file.getFileName().toString());
        messages.add((Files.exists(target) ? "Formulaire pour Moodle, à la place de celui qui s'y trouvait : "
                : "Formulaire pour Moodle : ") + target);
        Files.writeString(target, (hasByteOrderMark ? BYTE_ORDER_MARK : "") + csv, charset);
        var others = students.keySet().stream().filter(student -> !numbers.contains(student.number()))
                .map(Student::name).collect(joining(", "));
        if (!others.isEmpty()) {
            messages.add("Sans ligne dans ce formulaire (le numéro de Moodle n'y est pas) : " + others);
        }
        messages.add("À l'importation, Moodle ignore une note modifiée depuis le téléchargement du formulaire, sauf si "
                + "vous cochez « Autoriser la modification… ».");
        return String.join("\n", messages);
    }

    private void fillIn(int row, Marks marks, Map.Entry<Student, List<Entry>> student) {
        var mark = marks(row, marks).of(student.getValue());
        if (mark.isPresent()) {
            csv.set(row, csv.column(MARK), decimal(mark));
        }
        if (csv.column(FEEDBACK) >= 0) {
            csv.set(row, csv.column(FEEDBACK), student.getValue().stream().map(Worksheet::feedback)
                    .collect(joining("", "<ul>", "</ul>")));
        }
    }

    /** Returns the scale of a row, because Moodle ignores a mark above its maximum. */
    private Marks marks(int row, Marks marks) {
        var maximum = csv.column(MAXIMUM) < 0 ? "" : csv.value(row, csv.column(MAXIMUM)).strip().replace(',', '.');
        return maximum.matches("\\d+(\\.\\d+)?") ? new Marks(Double.parseDouble(maximum)) : marks;
    }

    /** Returns a mark in the style of the site: with a comma in a French worksheet. */
    private String decimal(OptionalDouble mark) {
        var isFrench = csv.column(List.of(MARK.get(0))) >= 0;
        return isFrench ? Marks.text(mark) : Marks.text(mark).replace(',', '.');
    }

    private static String feedback(Entry entry) {
        return "<li>%s %s : %s%s</li>".formatted(entry.lessonNumber(), entry.program(), entry.verdict(),
                entry.reason().isEmpty() ? "" : ". " + Html.escaped(entry.reason()));
    }
}
