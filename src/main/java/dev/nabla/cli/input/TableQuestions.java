package dev.nabla.cli.input;

import dev.nabla.cli.input.QuestionRows.QuestionRow;
import dev.nabla.figure.Value;
import dev.nabla.math.BadInput;
import dev.nabla.math.Problem;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.InputSuggestion;
import dev.nabla.math.expression.Numerals;
import dev.nabla.output.Csv;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A table with a header row, as spreadsheets and statistics programs write it (RFC 4180): cells between commas,
 * semicolons or tabs, in quotation marks where they need them. Each further row is a question.
 *
 * <p>A column named after another input supplies that input. A column without a single number is copied to the answers,
 * and so is a column called {@code id} or {@code data}, or one without a name: the row names of R and pandas. All other
 * columns are the numbers of the vector.
 */
final class TableQuestions {
    /** The name of a column that has none in the file. */
    private static final String UNNAMED = "index";

    private final List<String> header;
    private final List<List<String>> rows;
    private final String knob;
    private final List<String> others;

    private TableQuestions(List<String> header, List<List<String>> rows, String knob, List<String> others) {
        this.header = header;
        this.rows = rows;
        this.knob = knob;
        this.others = others;
    }

    /**
     * Returns the questions of a table; empty if the first row is no header, but numbers.
     *
     * @param knob the name of the input that gets the numbers of the remaining columns
     * @param others the names of the other inputs
     * @param reserved names that answers have themselves, which a copied column must not have
     * @throws BadInput if a quotation mark is not closed, or a name stands twice in the header or is reserved
     */
    static Optional<QuestionRows> read(String text, String knob, List<String> others, Set<String> reserved) {
        List<List<String>> cells = new ArrayList<>();
        for (Csv.Row row : Csv.read(text, Csv.separator(text))) {
            List<String> stripped = row.cells().stream().map(String::strip).toList();
            if (!String.join("", stripped).isEmpty()) {
                cells.add(stripped);
            }
        }
        if (cells.size() < 2 || !isHeader(cells.get(0))) {
            return Optional.empty();
        }
        List<List<String>> rows = cells.subList(1, cells.size());
        List<String> header = named(cells.get(0), rows.get(0).size());
        TableQuestions table = new TableQuestions(header, rows, knob, others);
        return Optional.of(header.size() == 1 ? table.column() : table.questions(reserved));
    }

    /** Returns the one question of a table with one column, which is the vector. */
    private QuestionRows column() {
        Vector column = Vector.of(rows.size(), i -> {
            try {
                return number(header.get(0), String.join("", rows.get(i)));
            } catch (BadInput bad) {
                throw bad.forInput("row " + (i + 1) + ":");
            }
        });
        return QuestionRows.one(Map.of(knob, new Value.Reals(column)));
    }

    /** Returns whether all cells are names, but for the first, which may be empty. */
    private static boolean isHeader(List<String> cells) {
        boolean names = IntStream.range(0, cells.size())
                .allMatch(i -> cells.get(i).isEmpty()
                        ? i == 0
                        : Character.isLetter(cells.get(i).codePointAt(0)));
        return names && !cells.stream().allMatch(TableQuestions::isNumber);
    }

    private static boolean isNumber(String cell) {
        try {
            Numerals.number(cell);
            return true;
        } catch (BadInput other) {
            return other.code().equals("nan");
        }
    }

    /** Returns the header with a name for a first column without one, which R leaves out of the header row. */
    private static List<String> named(List<String> cells, int size) {
        List<String> header = new ArrayList<>(cells);
        if (cells.get(0).isEmpty()) {
            header.set(0, UNNAMED);
        } else if (size == cells.size() + 1) {
            header.add(0, UNNAMED);
        }
        for (String name : header) {
            if (Collections.frequency(header, name) > 1) {
                throw BadInput.usage(
                        "twice", "the header has " + Numerals.quoted(name) + " twice; name each column once");
            }
        }
        return header;
    }

    private QuestionRows questions(Set<String> reserved) {
        Set<String> words = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            if (!others.contains(header.get(i)) && isCopied(i)) {
                words.add(header.get(i));
            }
        }
        List<String> carried = header.stream().filter(words::contains).toList();
        carried.stream().filter(reserved::contains).findFirst().ifPresent(name -> {
            throw BadInput.usage(
                    "reserved",
                    "the column " + Numerals.quoted(name)
                            + " has a name that answers have themselves; give it another");
        });
        return new QuestionRows(
                true, carried, rows.stream().map(row -> question(row, words)).toList());
    }

    private boolean isCopied(int column) {
        String name = header.get(column);
        return name.equals(UNNAMED)
                || BatchTask.CARRIED.contains(name)
                || rows.stream().noneMatch(row -> column < row.size() && isNumber(row.get(column)));
    }

    private QuestionRow question(List<String> row, Set<String> words) {
        Map<String, Value> given = new LinkedHashMap<>();
        Map<String, String> carried = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(row.size(), header.size()); i++) {
            if (words.contains(header.get(i))) {
                carried.put(header.get(i), row.get(i));
            }
        }
        List<Double> numbers = new ArrayList<>();
        try {
            if (row.size() != header.size()) {
                throw BadInput.usage(
                        "ragged",
                        "it has " + row.size() + " cells under " + header.size() + " names; give each name one");
            }
            for (int i = 0; i < row.size(); i++) {
                String name = header.get(i);
                if (others.contains(name)) {
                    given.put(name, new Value.Word(row.get(i)));
                } else if (!words.contains(name)) {
                    numbers.add(number(name, row.get(i)));
                }
            }
            given.put(knob, new Value.Reals(Vector.of(numbers.size(), numbers::get)));
            return new QuestionRow(given, carried, Optional.empty());
        } catch (BadInput bad) {
            return new QuestionRow(Map.of(), carried, Optional.of(bad));
        }
    }

    private static double number(String column, String cell) {
        if (cell.isEmpty()) {
            throw BadInput.usage("empty", column + " is empty", new Problem.Suggestion("type a number like 0.5"));
        }
        return InputSuggestion.read(column, cell, Numerals::number);
    }
}
