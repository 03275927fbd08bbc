package dev.nabla.figure.part;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;

/**
 * Draws how a slope is added up from products. The numbers stand right.
 *
 * @param number cells of a number
 */
public record Ledger(Canvas canvas, int number) {
    /**
     * Draws an entry: a product, {@code =} or {@code +=}, and its term.
     *
     * @param home whether its slope has arrived; until then the entry is dim
     */
    public void entry(int y, String product, String sign, String term, boolean home, Weight weight) {
        int end = canvas.width();
        canvas.right(end - number - 3, y, product, home ? Tone.TEXT : Tone.DIM);
        canvas.put(end - number - 2, y, sign, home ? Tone.SECOND : Tone.GRID);
        canvas.right(end, y, term, home ? Tone.SECOND : Tone.DIM, weight);
    }

    /** Draws a sum with its label. */
    public void row(int y, String label, String sum, Tone tone) {
        canvas.put(0, y, label, Tone.DIM);
        canvas.right(canvas.width(), y, sum, tone);
    }
}
