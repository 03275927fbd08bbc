package dev.nabla.cli.input;

import dev.nabla.figure.Value;
import dev.nabla.math.BadInput;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Numerals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A reader of tables in which each row is a question. A header row may name the columns; a column named after another
 * input supplies that input.
 */
final class TableQuestions {
    private TableQuestions() {}

    /** Returns the names in the header row; empty if the first line holds numbers. */
    static List<String> header(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        List<String> names = new ArrayList<>();
        boolean number = true;
        for (String cell : first.split(",", -1)) {
            String name = cell.strip().replaceAll("^\"|\"$", "");
            if (name.isEmpty() || !Character.isLetter(name.codePointAt(0))) {
                return List.of();
            }
            number &= isNumber(name);
            names.add(name);
        }
        return number ? List.of() : names;
    }

    private static boolean isNumber(String cell) {
        try {
            Numerals.number(cell);
            return true;
        } catch (BadInput other) {
            return other.code().equals("nan");
        }
    }

    /**
     * Returns the inputs that each row supplies, by their names.
     *
     * @param header the names of the columns; empty without a header row
     * @param knob the name of the input that gets the numbers of the remaining columns
     * @param others the names of the other inputs
     * @throws BadInput if the header and a row differ in length
     */
    static List<Map<String, Value>> of(List<Vector> table, List<String> header, String knob, List<String> others) {
        List<Map<String, Value>> records = new ArrayList<>();
        for (Vector row : table) {
            if (!header.isEmpty() && row.size() != header.size()) {
                throw BadInput.usage(
                        "ragged",
                        "row " + (records.size() + 1) + " has " + row.size() + " numbers under " + header.size()
                                + " names");
            }
            Map<String, Value> given = new LinkedHashMap<>();
            List<Double> numbers = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                if (!header.isEmpty() && others.contains(header.get(i))) {
                    given.put(header.get(i), new Value.Word(new Value.Real(row.get(i)).text()));
                } else {
                    numbers.add(row.get(i));
                }
            }
            given.put(knob, new Value.Reals(Vector.of(numbers.size(), numbers::get)));
            records.add(given);
        }
        return records;
    }
}
