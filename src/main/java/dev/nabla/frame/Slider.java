package dev.nabla.frame;

/**
 * A track with a handle, one row high, from the scale's first to its last cell. The part between origin and value is
 * thick.
 *
 * @param scale maps the value to a column
 * @param value position of the handle, clamped to the ends
 * @param origin where the thick part begins
 * @param tone of the thick part and the handle
 */
public record Slider(Scale scale, double value, double origin, Tone tone) {

    /** Draws the track with closed ends and a cross at the origin: {@code ├───┼━━●──┤}. */
    public void draw(Canvas canvas, int y) {
        track(canvas, y);
        canvas.glyph(scale.from(), y, '├', Tone.GRID, Weight.PLAIN);
        canvas.glyph(scale.to(), y, '┤', Tone.GRID, Weight.PLAIN);
        canvas.glyph(scale.cell(origin), y, '┼', Tone.GRID, Weight.PLAIN);
        handle(canvas, y);
    }

    /** Draws track and handle with open ends: {@code ━━━●─────}. */
    public void drawOpen(Canvas canvas, int y) {
        track(canvas, y);
        handle(canvas, y);
    }

    private void track(Canvas canvas, int y) {
        int handle = scale.cell(value);
        int zero = scale.cell(origin);
        for (int x = scale.from(); x <= scale.to(); x++) {
            boolean thick = x >= Math.min(handle, zero) && x <= Math.max(handle, zero);
            canvas.glyph(x, y, thick ? '━' : '─', thick ? tone : Tone.GRID, Weight.PLAIN);
        }
    }

    private void handle(Canvas canvas, int y) {
        canvas.glyph(scale.cell(value), y, '●', tone, Weight.BOLD);
    }
}
