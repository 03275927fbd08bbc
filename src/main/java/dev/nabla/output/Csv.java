package dev.nabla.output;

/** Cells of a CSV. */
public final class Csv {
    private Csv() {}

    /**
     * Returns the cell in quotation marks (RFC 4180) if it holds a separator, a quotation mark or the end of a line,
     * otherwise as it is.
     *
     * @param separators the characters that a reader may take for the end of a cell
     */
    public static String quoted(String cell, String separators) {
        boolean bare = cell.chars().noneMatch(c -> c == '"' || c == '\n' || separators.indexOf(c) >= 0);
        return bare ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
