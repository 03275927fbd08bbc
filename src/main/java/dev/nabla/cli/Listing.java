package dev.nabla.cli;

import dev.nabla.output.Csv;
import dev.nabla.output.PlainText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Words in rows, a column as wide as its longest word; also as CSV. */
public final class Listing {
    private static final String GAP = "  ";
    /** A spreadsheet takes each of these for the beginning of a formula, also in full width; but not of a number. */
    private static final String COMMANDING = "=+-@\uff1d\uff0b\uff0d\uff20";

    /** In countries that write 0,5 spreadsheets split cells at semicolons. */
    private static final String SEPARATORS = ",;";

    private static final String NUMBER = "[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?";

    private final List<List<String>> rows = new ArrayList<>();

    /** A row, of which the first may be the heads. */
    public Listing add(Object... cells) {
        rows.add(
                Arrays.stream(cells).map(Listing::word).map(PlainText::harmless).toList());
        return this;
    }

    /** Returns a line of a list of names with their meanings, like that of commands. */
    public static String meaning(String name, String meaning) {
        return "  " + name + " ".repeat(12 - name.length()) + meaning + "\n";
    }

    private static String word(Object cell) {
        if (cell instanceof Optional<?> maybe) {
            return word(maybe.orElse(null));
        }
        return cell instanceof Boolean truth ? truth ? "yes" : "no" : Objects.toString(cell, "");
    }

    /** The rows, blanks between. */
    public List<String> lines() {
        int[] widths = new int[rows.isEmpty() ? 0 : rows.get(0).size()];
        rows.forEach(
                row -> Arrays.setAll(widths, i -> Math.max(widths[i], row.get(i).length())));
        return rows.stream()
                .map(row -> IntStream.range(0, widths.length)
                        .mapToObj(i ->
                                row.get(i) + " ".repeat(widths[i] - row.get(i).length()))
                        .collect(Collectors.joining(GAP))
                        .stripTrailing())
                .toList();
    }

    public String text() {
        return String.join("\n", lines());
    }

    /** The rows as RFC 4180 has them, but for the ends of lines; no word of theirs can be a formula. */
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
