package dev.nabla.frame;

/**
 * How the terminal's font shows cells.
 *
 * @param glyphs which glyphs the font has
 * @param aspect height of a cell divided by its width; 2 in most fonts, which makes braille dots square
 */
public record Font(Glyphs glyphs, double aspect) {
    public static final double USUAL_ASPECT = 2;

    public static Font of(Glyphs glyphs) {
        return new Font(glyphs, USUAL_ASPECT);
    }

    public Font with(Glyphs other) {
        return new Font(other, aspect);
    }
}
