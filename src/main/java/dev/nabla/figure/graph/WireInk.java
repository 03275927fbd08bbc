package dev.nabla.figure.graph;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;

/** How a wire is drawn: whole, in dashes if its flow is negative, dotted if it is 0; lit once a slope has come back. */
final class WireInk {
    private WireInk() {}

    /**
     * Draws a cell of a wire.
     *
     * @param straight whether the wire goes on to both sides, so that the cell may be a gap
     * @param flow what comes back along the wire
     */
    static void draw(Canvas canvas, int x, int y, char glyph, boolean straight, boolean lit, double flow) {
        int along = glyph == '│' ? y : x;
        boolean gap = straight && (flow < 0 ? along % 3 == 0 : flow == 0 && along % 2 == 1);
        char shown = gap ? ' ' : flow == 0 ? '·' : glyph;
        canvas.glyph(x, y, shown, tone(lit), Weight.PLAIN);
    }

    static Tone tone(boolean lit) {
        return lit ? Tone.SECOND : Tone.GRID;
    }
}
