package dev.nabla.frame;

/**
 * The look of a cell in the terminal's font.
 *
 * @param glyphs how fine a picture it can show
 * @param aspect height of a cell over its width; 2 in most fonts, and then braille dots are square
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
