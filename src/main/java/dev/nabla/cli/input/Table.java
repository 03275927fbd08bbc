package dev.nabla.cli.input;

import dev.nabla.figure.InputSuggestion;
import dev.nabla.figure.Value;
import dev.nabla.math.BadInput;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Numerals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Numbers in rows, as people and spreadsheets write them: a row ends with its line or at a semicolon; numbers part at
 * commas, in a row without commas at blanks. Blank lines do not count. Where lines are rows a semicolon is refused: the
 * spreadsheets of some countries part numbers at it, and it would be a guess which was meant.
 */
final class Table {
    private final List<Vector> rows = new ArrayList<>();
    private int line;

    private Table() {}

    static Value.Rows read(String text) {
        Table table = new Table();
        boolean isLine = text.strip().lines().count() == 1;
        text.lines().forEach(line -> table.line(line, isLine));
        return new Value.Rows(table.rows);
    }

    private void line(String text, boolean isLine) {
        line++;
        if (text.isBlank()) {
            return;
        }
        if (!isLine && text.indexOf(';') >= 0) {
            throw BadInput.usage(
                    "bad_number",
                    "line " + line + ": ';' does not fit where rows are lines; write a point in a decimal and a comma"
                            + " between numbers");
        }
        for (String row : text.split(";", -1)) {
            rows.add(row.indexOf(',') < 0 ? row(row.strip().split("\\s+")) : row(row.split(",", -1)));
            requireAsManyAsTheFirst();
        }
    }

    private Vector row(String[] numbers) {
        DoubleStream.Builder row = DoubleStream.builder();
        for (int i = 0; i < numbers.length; i++) {
            String number = numbers[i].strip();
            if (number.isEmpty()) {
                throw BadInput.usage("bad_number", place(i) + " is missing; type one like 0.5, or leave out the comma");
            }
            try {
                row.add(Numerals.number(number));
            } catch (BadInput bad) {
                throw InputSuggestion.offered(bad, number, Numerals::number).about(place(i) + ":");
            }
        }
        return Vector.of(row.build().toArray());
    }

    private String place(int i) {
        return "line " + line + ", number " + (i + 1);
    }

    private void requireAsManyAsTheFirst() {
        int first = rows.get(0).size();
        int last = rows.get(rows.size() - 1).size();
        if (first != last) {
            throw BadInput.usage(
                    "ragged",
                    "line " + line + ": row " + rows.size() + " has " + last + (last == 1 ? " number" : " numbers")
                            + " and row 1 has " + first + "; give every row the same number");
        }
    }
}
