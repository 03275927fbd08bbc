package dev.nabla.frame;

/**
 * A bar to the left or right of a zero line, in half cells, never empty for a value other than 0. Equal lengths look
 * equal on both sides. In the tone {@link Tone#SECOND} it is a line of whole cells, so that it differs without colour.
 *
 * @param share signed length; 1 or -1 fills one side, and larger ones are cut
 * @param side cells on each side of the zero line
 * @param tone of the bar
 */
public record SignedBar(double share, int side, Tone tone) {

    /** Draws the zero line in cell {@code zero} and the bar beside it. */
    public void draw(Canvas canvas, int zero, int y) {
        canvas.glyph(zero, y, '│', Tone.GRID, Weight.PLAIN);
        int way = share > 0 ? 1 : -1;
        boolean line = tone == Tone.SECOND;
        for (int i = 1; i <= (line ? cells() : halves() / 2); i++) {
            canvas.glyph(zero + way * i, y, line ? '━' : '█', tone, Weight.PLAIN);
        }
        if (halves() % 2 == 1 && !line) {
            canvas.glyph(zero + way * cells(), y, way > 0 ? '▌' : '▐', tone, Weight.PLAIN);
        }
    }

    /** Returns the cells that the bar takes beside the zero line. */
    public int cells() {
        return (halves() + 1) / 2;
    }

    private int halves() {
        boolean nothing = share == 0 || Double.isNaN(share);
        return nothing ? 0 : (int) Math.max(1, Math.round(Math.min(1, Math.abs(share)) * side * 2));
    }
}
