package dev.nabla.cli.command;

import dev.nabla.output.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Words in rows, a column as wide as its longest word; also as CSV. */
final class Listing {
    private static final String GAP = "  ";
    /** What a spreadsheet would take for the beginning of a formula. */
    private static final String COMMANDING = "=+-@";

    private final List<List<String>> rows = new ArrayList<>();

    Listing(String... heads) {
        add(heads);
    }

    void add(String... words) {
        rows.add(Arrays.stream(words).map(Text::harmless).toList());
    }

    /** The rows with their heads, blanks between. */
    List<String> lines() {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(i ->
                        rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
                .toArray();
        return rows.stream()
                .map(row -> IntStream.range(0, widths.length)
                        .mapToObj(i ->
                                row.get(i) + " ".repeat(widths[i] - row.get(i).length()))
                        .collect(Collectors.joining(GAP))
                        .stripTrailing())
                .toList();
    }

    /** The rows with their heads as RFC 4180 has them, but for the ends of lines; no word of theirs can be a formula. */
    String csv() {
        return rows.stream()
                .map(row -> row.stream().map(Listing::quoted).collect(Collectors.joining(",")) + "\n")
                .collect(Collectors.joining());
    }

    private static String quoted(String word) {
        String inert = !word.isEmpty() && COMMANDING.indexOf(word.charAt(0)) >= 0 ? "'" + word : word;
        return inert.matches("[^\",]*") ? inert : '"' + inert.replace("\"", "\"\"") + '"';
    }
}
