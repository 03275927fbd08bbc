package dev.nabla.cli.input;

import dev.nabla.figure.Value;
import dev.nabla.math.BadInput;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.InputSuggestion;
import dev.nabla.math.expression.Numerals;
import java.util.ArrayList;
import java.util.List;

/**
 * A reader of numbers in rows, as people and spreadsheets write them. A row ends with its line or at a semicolon.
 * Commas separate numbers; in a row without commas, blanks do. Blank lines are ignored.
 *
 * <p>If there are several lines, a semicolon is rejected. Spreadsheets of some countries separate numbers with it, so
 * its meaning would be a guess.
 */
final class Table {
    private Table() {}

    static Value.Rows read(String text) {
        List<Vector> rows = new ArrayList<>();
        List<String> lines = text.lines().toList();
        boolean isLine = text.strip().lines().count() == 1;
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                read(lines.get(i), "line " + (i + 1), isLine, rows);
            }
        }
        return new Value.Rows(rows);
    }

    private static void read(String text, String line, boolean isAlone, List<Vector> rows) {
        if (!isAlone && text.indexOf(';') >= 0) {
            throw BadInput.usage(
                    "bad_number",
                    line + ": ';' does not fit where rows are lines; write a point in a decimal and a comma"
                            + " between numbers");
        }
        for (String row : text.split(";", -1)) {
            rows.add(row(row.strip().split(row.indexOf(',') < 0 ? "\\s+" : ",", -1), line));
            int first = rows.get(0).size();
            int last = rows.get(rows.size() - 1).size();
            if (first != last) {
                throw BadInput.usage(
                        "ragged",
                        line + ": row " + rows.size() + " has " + last + (last == 1 ? " number" : " numbers")
                                + " and row 1 has " + first + "; give every row the same number");
            }
        }
    }

    private static Vector row(String[] numbers, String line) {
        double[] row = new double[numbers.length];
        for (int i = 0; i < row.length; i++) {
            String number = numbers[i].strip();
            String place = line + ", number " + (i + 1);
            if (number.isEmpty()) {
                throw BadInput.usage("bad_number", place + " is missing; type one like 0.5, or leave out the comma");
            }
            row[i] = InputSuggestion.read(place + ":", number, Numerals::number);
        }
        return Vector.of(row);
    }
}
