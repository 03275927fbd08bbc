package dev.nabla.frame;

/**
 * One cell of the screen: what it shows, its meaning and its emphasis.
 *
 * @param glyph glyph one cell wide; {@link #COVERED} if the letter of a cell to the left also takes this cell
 * @param letter letter that is more than one {@code char}, or more than one cell wide; empty for a glyph
 */
public record Cell(char glyph, String letter, Tone tone, Weight weight) {
    /** Stands in a cell that a wide letter to its left covers. */
    public static final char COVERED = '\uffff';

    public static final Cell BLANK = new Cell(' ', Tone.TEXT, Weight.PLAIN);

    public Cell(char glyph, Tone tone, Weight weight) {
        this(glyph, "", tone, weight);
    }

    /** Returns a cell with a letter; its other cells, if there are any, are {@link #COVERED}. */
    static Cell of(String letter, Tone tone, Weight weight) {
        return new Cell('?', letter, tone, weight);
    }

    /** Returns the width of the glyph or letter that begins here; 0 if a letter to the left covers the cell. */
    public int width() {
        return letter.isEmpty() ? glyph == COVERED ? 0 : 1 : Letters.width(letter);
    }
}
