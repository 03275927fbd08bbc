package dev.nabla.cli.input;

import dev.nabla.math.BadInput;
import dev.nabla.math.expression.Numerals;
import dev.nabla.output.Csv;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A table whose first row names its columns, as spreadsheets and statistics programs write it (RFC 4180): cells between
 * commas, semicolons or tabs, in quotation marks where they need them.
 *
 * @param rows the cells below the header; a row may have more or fewer than the header has names
 */
record HeadedTable(List<String> header, List<List<TableCell>> rows) {
    /** The name of a column that has none in the file. */
    static final String UNNAMED = "index";

    /**
     * Reads a table; empty if its first row is no header, but numbers.
     *
     * @throws BadInput if a quotation mark is not closed, or a name stands twice in the header
     */
    static Optional<HeadedTable> read(String text) {
        char separator = Csv.separator(text);
        List<List<String>> lines = new ArrayList<>();
        for (Csv.Row row : Csv.read(text, separator)) {
            if (!String.join("", row.cells()).isBlank()) {
                lines.add(row.cells());
            }
        }
        List<String> first = lines.isEmpty()
                ? List.of()
                : lines.get(0).stream().map(String::strip).toList();
        if (!isHeader(first) || lines.size() == 1 && first.size() == 1) {
            return Optional.empty();
        }
        List<List<String>> below = lines.subList(1, lines.size());
        boolean commas =
                below.stream().flatMap(List::stream).anyMatch(cell -> TableCell.hasDecimalComma(cell, separator));
        List<List<TableCell>> rows = new ArrayList<>();
        for (List<String> line : below) {
            rows.add(line.stream().map(cell -> TableCell.of(cell, commas)).toList());
        }
        int size = below.isEmpty() ? first.size() : below.get(0).size();
        return Optional.of(new HeadedTable(named(first, size), rows));
    }

    /** Returns whether all cells are names, but for the first, which may be empty. {@code w=4} is a value. */
    private static boolean isHeader(List<String> cells) {
        boolean names = IntStream.range(0, cells.size())
                .allMatch(i -> cells.get(i).isEmpty()
                        ? i == 0
                        : Character.isLetter(cells.get(i).codePointAt(0))
                                && cells.get(i).indexOf('=') < 0);
        return names && !cells.stream().map(cell -> TableCell.of(cell, false)).allMatch(HeadedTable::isValue);
    }

    private static boolean isValue(TableCell cell) {
        return switch (cell.kind()) {
            case NUMBER, CONSTANT, MISSING -> true;
            case UNCLEAR, WORD -> false;
        };
    }

    /** Returns the header with a name for a first column without one, which R leaves out of the header row. */
    private static List<String> named(List<String> cells, int size) {
        List<String> header = new ArrayList<>(cells);
        if (cells.get(0).isEmpty()) {
            header.set(0, UNNAMED);
        } else if (cells.size() > 1 && size == cells.size() + 1) {
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

    int column(String name) {
        return header.indexOf(name);
    }

    /** Returns the cells of a column that rows have. */
    List<TableCell> cells(int column) {
        return rows.stream()
                .filter(row -> column < row.size())
                .map(row -> row.get(column))
                .toList();
    }

    /**
     * Checks that a row has a cell for each column.
     *
     * @throws BadInput if it has more or fewer
     */
    void requireFull(List<TableCell> row) {
        if (row.size() != header.size()) {
            throw BadInput.usage(
                    "ragged",
                    "it has " + counted(row.size(), "cell") + " under " + counted(header.size(), "name")
                            + "; give each name one");
        }
    }

    private static String counted(int n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }
}
