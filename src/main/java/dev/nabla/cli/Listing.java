package dev.nabla.cli;

import dev.nabla.frame.Letters;
import dev.nabla.output.Csv;
import dev.nabla.output.PlainText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A table of words, as aligned text or as CSV. */
public final class Listing {
    /** A cell without a value. */
    public static final String NONE = "-";

    private static final String GAP = "  ";
    /**
     * Characters, also in full width, that a spreadsheet reads as the beginning of a formula, unless the cell is a
     * number or a dash alone.
     */
    private static final String COMMANDING = "=+-@\uff1d\uff0b\uff0d\uff20";

    /** Characters that require quotes. Spreadsheets in countries that write 0,5 split cells at semicolons. */
    private static final String SEPARATORS = ",;";

    /** A number, or the dash of a cell without one. */
    private static final String NUMBER = "-|[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?";

    private final List<List<String>> rows = new ArrayList<>();

    /**
     * Adds a row; the first row may hold the column heads. A list among the cells stands for several cells. Control
     * characters become question marks.
     */
    public Listing add(Object... cells) {
        rows.add(Arrays.stream(cells)
                .flatMap(cell -> cell instanceof List<?> several ? several.stream() : Stream.of(cell))
                .map(Listing::word)
                .map(PlainText::harmless)
                .toList());
        return this;
    }

    /**
     * Returns one line of a list like that of the commands: a name, padded to 12 characters, and its meaning.
     *
     * @throws IllegalArgumentException if the name is longer than 12 characters
     */
    public static String meaning(String name, String meaning) {
        return "  " + name + " ".repeat(12 - name.length()) + meaning + "\n";
    }

    private static String word(Object cell) {
        if (cell instanceof Optional<?> maybe) {
            return word(maybe.orElse(null));
        }
        return cell instanceof Boolean truth ? truth ? "yes" : "no" : Objects.toString(cell, "");
    }

    /** Returns the rows, each column as wide as its longest word in cells, with two blanks between columns. */
    public List<String> lines() {
        int[] widths = new int[rows.isEmpty() ? 0 : rows.get(0).size()];
        rows.forEach(row -> Arrays.setAll(widths, i -> Math.max(widths[i], Letters.width(row.get(i)))));
        return rows.stream()
                .map(row -> IntStream.range(0, widths.length)
                        .mapToObj(i -> row.get(i) + " ".repeat(widths[i] - Letters.width(row.get(i))))
                        .collect(Collectors.joining(GAP))
                        .stripTrailing())
                .toList();
    }

    /**
     * Returns a sentence per row after the first, which holds the column heads: the first cell, then each other cell
     * behind its head. Cells without a value are left out.
     */
    public List<String> sentences() {
        return rows.stream().skip(1).map(this::sentence).toList();
    }

    private String sentence(List<String> row) {
        List<String> parts = new ArrayList<>();
        for (int i = 1; i < row.size(); i++) {
            if (!row.get(i).isEmpty() && !row.get(i).equals(NONE)) {
                parts.add(rows.get(0).get(i) + " " + row.get(i));
            }
        }
        String told = parts.isEmpty() ? "nothing" : String.join(", ", parts);
        return row.get(0) + ": " + told + (told.endsWith(".") ? "" : ".");
    }

    public String text() {
        return String.join("\n", lines());
    }

    /**
     * Returns the rows as CSV (RFC 4180), but with lines that end in {@code \n}. An apostrophe before a cell keeps a
     * spreadsheet from reading it as a formula.
     */
    public String csv() {
        return rows.stream()
                .map(row -> row.stream().map(Listing::quoted).collect(Collectors.joining(",")) + "\n")
                .collect(Collectors.joining());
    }

    private static String quoted(String word) {
        boolean commands = !word.isEmpty() && COMMANDING.indexOf(word.charAt(0)) >= 0 && !word.matches(NUMBER);
        return Csv.quoted(commands ? "'" + word : word, SEPARATORS);
    }
}
