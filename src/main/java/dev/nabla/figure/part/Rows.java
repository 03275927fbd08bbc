package dev.nabla.figure.part;

/**
 * Which of n rows are shown in so many slots: all of them, with a blank one below each where there is room, else those
 * round the one that must be seen and a line that counts the rest.
 *
 * @param window the rows shown
 * @param pitch slots from row to row
 * @param rest how many are not shown
 */
public record Rows(MatrixGrid.Window window, int pitch, int rest) {

    /** @param blanks how many of the n blank rows are needed for a pitch of 2: n, or n − 1 without the last */
    public static Rows of(int n, int slots, int seen, boolean spread, int blanks) {
        int shown = n <= slots ? n : slots - 1;
        MatrixGrid.Window window = MatrixGrid.window(seen, shown, n);
        return new Rows(window, spread && n + blanks <= slots ? 2 : 1, n - shown);
    }

    /** The slot of a row that is shown. */
    public int slot(int row) {
        return (row - window.from()) * pitch;
    }

    /** What stands in the last slot: {@code 12 more}. */
    public String more() {
        return rest + " more";
    }
}
