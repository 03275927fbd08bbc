package dev.nabla.output;

import dev.nabla.math.BadInput;
import java.util.ArrayList;
import java.util.List;

/** Writes and reads the cells of CSV files (RFC 4180). */
public final class Csv {
    private static final char QUOTE = '"';

    private Csv() {}

    /**
     * Returns the cell in quotation marks (RFC 4180) if it holds a separator, a quotation mark or a line feed. Returns
     * any other cell unchanged.
     *
     * @param separators the characters that a reader may take for the end of a cell
     */
    public static String quoted(String cell, String separators) {
        boolean bare = cell.chars().noneMatch(c -> c == '"' || c == '\n' || separators.indexOf(c) >= 0);
        return bare ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /**
     * A row of a file.
     *
     * @param line line on which the row begins, from 1
     */
    public record Row(int line, List<String> cells) {}

    /**
     * Returns the separator of a file: the comma, semicolon or tab that its first line that is not blank holds most
     * often; the comma if it holds none.
     */
    public static char separator(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char most = ',';
        for (char other : new char[] {';', '\t'}) {
            if (count(first, other) > count(first, most)) {
                most = other;
            }
        }
        return most;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    /**
     * Returns the rows of a file. A cell in quotation marks may hold separators and line feeds.
     *
     * @throws BadInput with the number of the line, if a quotation mark is not closed
     */
    public static List<Row> read(String text, char separator) {
        List<Row> rows = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int line = 1;
        int begun = 1;
        int opened = 1;
        String all = text.replace("\r\n", "\n").replace('\r', '\n');
        for (int i = 0; i < all.length(); i++) {
            char c = all.charAt(i);
            line += c == '\n' ? 1 : 0;
            if (quoted && c == QUOTE && i + 1 < all.length() && all.charAt(i + 1) == QUOTE) {
                cell.append(QUOTE);
                i++;
            } else if (c == QUOTE && (quoted || cell.isEmpty())) {
                quoted = !quoted;
                opened = line;
            } else if (!quoted && (c == separator || c == '\n')) {
                cells.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(new Row(begun, List.copyOf(cells)));
                    cells.clear();
                    begun = line;
                }
            } else {
                cell.append(c);
            }
        }
        if (quoted) {
            throw BadInput.usage("bad_csv", "line " + opened + ": a quotation mark is not closed; close it");
        }
        if (!cells.isEmpty() || !cell.isEmpty()) {
            cells.add(cell.toString());
            rows.add(new Row(begun, List.copyOf(cells)));
        }
        return rows;
    }
}
