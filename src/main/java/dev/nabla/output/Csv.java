package dev.nabla.output;

/** Quotes the cells of CSV files. */
public final class Csv {
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
}
